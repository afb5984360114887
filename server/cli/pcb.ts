import { readFile } from 'node:fs/promises'
import type { Language } from '../language.ts'
import { PcbUnknownError } from '../law/pcb/deduction.ts'
import { monthlyDeduction, type PcbInputs, type PcbResults, pcbInputs } from '../law/pcb/notation.ts'
import { texts } from '../texts/index.ts'
import { print } from './output.ts'
import { EXIT, UsageError } from './usage-error.ts'

interface PcbOptions {
  year?: number | undefined
  month?: number | undefined
  category?: '1' | '2' | '3' | undefined
  regime?: PcbInputs['regime']
  pay?: number | undefined
  epf?: number | undefined
  bonus?: number | undefined
  bonusEpf?: number | undefined
  earlierPay?: number | undefined
  earlierEpf?: number | undefined
  earlierPcb?: number | undefined
  earlierReliefs?: number | undefined
  reliefs?: number | undefined
  earlierZakat?: number | undefined
  zakat?: number | undefined
  children?: number | undefined
  disabled?: true | undefined
  spouseDisabled?: true | undefined
  language: Language
  json?: true | undefined
}

/** Prints the deduction of a month. */
export async function pcb(file: string | undefined, options: PcbOptions): Promise<number> {
  const inputs = inputsOf(file === undefined ? {} : await readJson(file), options)
  const results = computed(inputs)
  if (options.json) print(JSON.stringify(results, null, 2))
  else printResults(inputs, results, options.language)
  return EXIT.ok
}

const inLetters = (options: PcbOptions) => ({
  year: options.year,
  month: options.month,
  category: options.category === undefined ? undefined : Number(options.category),
  regime: options.regime,
  Y1: options.pay,
  K1: options.epf,
  Yt: options.bonus,
  Kt: options.bonusEpf,
  Y: options.earlierPay,
  K: options.earlierEpf,
  X: options.earlierPcb,
  LP: options.earlierReliefs,
  LP1: options.reliefs,
  Z: options.earlierZakat,
  zakat: options.zakat,
  units: options.children,
  du: options.disabled,
  su: options.spouseDisabled,
})

async function readJson(path: string): Promise<object> {
  const text = await readFile(path, 'utf8')
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`${path}: not JSON`, { cause })
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError(`${path}: not a JSON object`)
  return content
}

/** What the file says, and what the options say instead. */
function inputsOf(fromFile: object, options: PcbOptions): PcbInputs {
  const said = Object.entries(inLetters(options)).filter(([, value]) => value !== undefined)
  const { data, error } = pcbInputs.safeParse({ ...fromFile, ...Object.fromEntries(said) })
  if (!error) return data
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new UsageError(['some values are missing or not valid', ...problems].join('\n'))
}

function computed(inputs: PcbInputs): PcbResults {
  try {
    return monthlyDeduction(inputs)
  } catch (error) {
    if (error instanceof RangeError || error instanceof PcbUnknownError)
      throw new UsageError(error.message, { cause: error })
    throw error
  }
}

function printResults(
  { year, month }: PcbInputs,
  { pcb: deducted, open, ...steps }: PcbResults,
  language: Language,
) {
  const words = texts[language].pcb
  const figures = Object.entries(steps).flatMap(([letter, amount]) =>
    amount === null ? [] : [[letter, words.steps[letter as keyof typeof words.steps], amount]],
  )
  const width = (column: number) => Math.max(...figures.map((cells) => cells[column]?.length ?? 0))
  for (const [letter = '', name = '', amount = ''] of figures)
    print(`${letter.padEnd(width(0))}  ${name.padEnd(width(1))}  ${amount.padStart(width(2))}`)
  print()
  const amounts = new Set([deducted, ...open.flatMap(({ results }) => results.map(({ pcb }) => pcb))])
  const either = [...amounts].map((amount) => `RM ${amount}`).join(` ${words.or} `)
  print(words.deduct(`${year}-${String(month).padStart(2, '0')}`, either))
  for (const { point, results } of open) {
    print()
    print(`! ${words.points[point]}`)
    for (const { reading, pcb: amount } of results) print(`  ${words.readings[reading]}: RM ${amount}`)
    print(`  ${words.undecided}`)
  }
}
