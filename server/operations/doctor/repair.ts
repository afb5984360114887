import type { Finding } from '../../finding.ts'

/** One change of a repair. Running it again after it was interrupted is safe. */
export interface RepairStep {
  /** The table or bucket it changes. */
  resource: string
  /** What it creates or changes, e.g. `create the index by_year`. */
  action: string
  /** What the change costs, for a person. */
  cost: string
  run(): Promise<void>
}

export interface RepairPlan {
  steps: RepairStep[]
  /** What is wrong and must be fixed by hand. */
  manual: Finding[]
}

interface RepairOptions {
  plan: RepairPlan
  print(line: string): void
  /** Asks whether to go on; undefined when there is no terminal to ask on. */
  confirm: (() => Promise<boolean>) | undefined
}

/**
 * Prints the plan and, if confirmed, carries it out in order.
 * @returns whether everything is as it should be afterwards
 */
export async function repair({ plan, print, confirm }: RepairOptions): Promise<boolean> {
  const { steps, manual } = plan
  for (const { message, fix } of manual) {
    print(`cannot be repaired here: ${message}`)
    print(`  -> ${fix}`)
  }
  if (steps.length === 0) {
    if (manual.length === 0) print('Nothing to repair.')
    return manual.length === 0
  }
  print('This will be done, in this order:')
  for (const [index, { resource, action, cost }] of steps.entries()) {
    print(`  ${index + 1}. ${resource}: ${action} (${cost})`)
  }
  if (!confirm) {
    print('Nothing was changed. Add --yes to make these changes.')
    return false
  }
  if (!(await confirm())) {
    print('Nothing was changed.')
    return false
  }
  for (const [index, { resource, action, run }] of steps.entries()) {
    try {
      await run()
    } catch (error) {
      const { name, message } = error as Error
      print(`  ${index + 1}. failed: ${resource}: ${action}: ${name}: ${message}`)
      print('Fix that and run it again: it continues where it stopped.')
      return false
    }
    print(`  ${index + 1}. done: ${resource}: ${action}`)
  }
  return manual.length === 0
}
