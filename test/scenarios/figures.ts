import assert from 'node:assert/strict'
import { toRinggit } from './money.ts'
import type { Scenario } from './scenario.ts'

type Amounts = Record<string, number>

/** What a computation found, or what it must find; in sen. A figure that is left out is not compared. */
export interface Figures {
  reliefs: Amounts
  totalReliefs: number
  chargeableIncome?: number | undefined
  tax?: number | undefined
  rebates?: Amounts | undefined
  payable?: number | undefined
}

/** Amounts above 0 by code, of lines that name what they grant in different ways. */
export const granted = (lines: { code: string; sen: number }[]): Amounts =>
  Object.fromEntries(lines.flatMap(({ code, sen }) => (sen > 0 ? [[code, sen]] : [])))

/** Fails with every figure, expected and found, where one differs. */
export function compare({ expected }: Scenario, found: Figures) {
  const wanted = flat(expected)
  const got = new Map(flat(found))
  const names = new Set(wanted.map(([name]) => name))
  const beyond = [...got.keys()].filter((name) => {
    const [group = ''] = name.split('.')
    return name.includes('.') && group in expected && !names.has(name)
  })
  const rows = [...wanted, ...beyond.map((name): [string, number] => [name, 0])].map(([name, sen]) => ({
    name,
    sen,
    actual: got.get(name) ?? 0,
  }))
  if (rows.every(({ sen, actual }) => sen === actual)) return
  const table = rows.map(({ name, sen, actual }) => {
    const columns = [name.padEnd(44), toRinggit(sen).padStart(14), toRinggit(actual).padStart(14)]
    return columns.join('') + (sen === actual ? '' : '  <-')
  })
  assert.fail([`${''.padEnd(44)}${'expected'.padStart(14)}${'actual'.padStart(14)}`, ...table].join('\n'))
}

function flat({
  reliefs,
  rebates,
  totalReliefs,
  chargeableIncome,
  tax,
  payable,
}: Figures): [string, number][] {
  const group = (name: string, amounts: Amounts = {}) =>
    Object.entries(amounts).map(([code, sen]): [string, number] => [`${name}.${code}`, sen])
  const single = { totalReliefs, chargeableIncome, tax, payable }
  return [
    ...group('reliefs', reliefs),
    ...Object.entries(single).flatMap(([name, sen]): [string, number][] =>
      sen === undefined ? [] : [[name, sen]],
    ),
    ...group('rebates', rebates),
  ]
}
