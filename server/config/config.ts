import { parseEnv } from 'node:util'
import type { z } from 'zod'
import { assemble } from './assemble.ts'
import { contradictions } from './contradictions.ts'
import { missing, shapeOf } from './deployment-mode.ts'
import { type SettingName, settingNames, settings, type Values } from './settings.ts'
import type { Config, SetBy } from './types.ts'

export type * from './types.ts'

export interface ConfigProblem {
  name: string
  problem: string
}

/** Everything that is wrong with the configuration, all at once. Never carries a secret's value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: ConfigProblem[]
  constructor(problems: ConfigProblem[]) {
    super(problems.map((p) => `${p.name}: ${p.problem}`).join('\n'))
    this.problems = problems
  }
}

/**
 * @param shell the process environment; wins over the file
 * @param envFile the text of `.env`
 * @param addresses what a default PUBLIC_URL is made of where the server listens on every network (ownAddresses)
 * @throws ConfigError with every problem found
 */
export function loadConfig(
  shell: Record<string, string | undefined>,
  envFile = '',
  addresses: () => readonly string[] = () => [],
): Config {
  const { texts, setBy } = collect(shell, parseEnv(envFile))
  const { values, problems } = parse(texts)
  const isSet = (name: SettingName) => texts[name] !== undefined
  const shape = shapeOf(values, isSet)
  problems.push(
    ...missing(shape, isSet).map(({ name, neededBy }) => ({
      name,
      problem: withExample(name, `is missing, and ${neededBy} needs it`),
    })),
    ...contradictions(values, shape).map(({ name, problem }) => ({
      name,
      problem: withExample(name, problem),
    })),
  )
  if (problems.length > 0) throw new ConfigError(problems)
  return assemble(values as Values, shape, setBy, addresses)
}

function collect(shell: Record<string, string | undefined>, file: Record<string, string | undefined>) {
  const texts: Partial<Record<SettingName, string>> = {}
  const setBy = {} as Record<SettingName, SetBy>
  for (const name of settingNames) {
    // A blank variable counts as unset, so that a line of .env.example can be left as it is.
    const [value, by] = shell[name]?.trim() ? [shell[name], 'shell' as const] : [file[name], '.env' as const]
    if (value?.trim()) texts[name] = value.trim()
    setBy[name] = value?.trim() ? by : 'default'
  }
  return { texts, setBy }
}

/** Each variable by itself, so that one that is wrong hides no other. */
function parse(texts: Partial<Record<SettingName, string>>) {
  const problems: ConfigProblem[] = []
  const values: Record<string, unknown> = {}
  for (const name of settingNames) {
    const parsed = settings[name].schema.safeParse(texts[name])
    if (parsed.success) values[name] = parsed.data
    else problems.push(...parsed.error.issues.map((issue) => describe(name, issue)))
  }
  return { values: values as Partial<Values>, problems }
}

function describe(name: SettingName, issue: z.core.$ZodIssue): ConfigProblem {
  const problem =
    issue.code === 'invalid_value' ? `must be one of: ${issue.values.join(', ')}` : issue.message
  return { name, problem: withExample(name, problem) }
}

function withExample(name: SettingName, problem: string) {
  const { example } = settings[name]
  return example ? `${problem} (for example ${name}=${example})` : problem
}
