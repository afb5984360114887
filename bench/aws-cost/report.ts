import type { Cost } from './meter.ts'

/** Costs by operation, in tables with so many receipts of other people. */
export interface Measured {
  size: number
  costs: Map<string, Cost>
}

/**
 * Units by which an operation's price may differ between tables: no two receipts have the same size, as their random
 * ids are packed, and one of about 1 kB is rounded up to one unit or to two.
 */
const ROUNDING = 1

/** Prints the table; what grows with the table, and what an engine took more of than computed, is told. */
export function report(measured: Measured[], complain: (what: string) => void) {
  const asksEngine = measured.some(({ costs }) => [...costs.values()].some(({ engine }) => engine))
  const [least] = measured
  console.log('Read and write units by receipts of other people in the tables, all measured\n')
  const engineHead = asksEngine ? ['engine R', 'engine W'] : []
  line('', ...measured.map(({ size }) => size.toLocaleString('en')), 'requests', ...engineHead)
  for (const [name, first] of least?.costs ?? []) {
    const all = measured.flatMap(({ costs }) => costs.get(name) ?? [])
    const last = all.at(-1) ?? first
    const units = all.map(({ reads, writes }) => `${reads}r ${writes}w`)
    line(name, ...units, last.requests, ...(last.engine ? [last.engine.reads, last.engine.writes] : []))
    for (const cost of all) {
      for (const request of cost.growing) complain(`${name} grows with the table: ${request}`)
      if (cost.sent.join() !== first.sent.join()) complain(`${name} sends other requests to a larger table`)
      if (cost.engine && (cost.engine.reads > cost.reads || cost.engine.writes > cost.writes)) {
        complain(`${name}: the engine took more than computed`)
      }
    }
    const prices = all.map(({ reads, writes }) => reads + writes)
    if (Math.max(...prices) - Math.min(...prices) > ROUNDING) {
      complain(`${name} costs another price in a larger table`)
    }
  }
}

const line = (first: string, ...rest: (string | number)[]) =>
  console.log([first.padEnd(40), ...rest.map((cell) => String(cell).padStart(10))].join(' '))
