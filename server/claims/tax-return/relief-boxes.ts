import type { ReliefLine } from '../../law/allowed-reliefs.ts'
import { sum } from '../../law/money.ts'

/** A box of the form and the amount to enter in it. */
export interface ReliefBox {
  line: ReliefLine
  amountSen: number
}

/**
 * The amounts allowed, by box of the form. Boxes that share a limit are filled in the order of the form until the limit
 * is reached, so that all boxes together are what is allowed.
 */
export function reliefBoxes(lines: ReliefLine[], isOneBox: (code: string) => boolean): ReliefBox[] {
  return lines.flatMap((line) => fill(line, line.allowedSen, isOneBox))
}

function fill(line: ReliefLine, upToSen: number, isOneBox: (code: string) => boolean): ReliefBox[] {
  const amountSen = Math.min(line.allowedSen, upToSen)
  if (line.children.length === 0 || isOneBox(line.code)) return [{ line, amountSen }]
  let remainingSen = amountSen
  const below = line.children.flatMap((child) => {
    const boxes = fill(child, remainingSen, isOneBox)
    remainingSen -= sum(boxes.map((box) => box.amountSen))
    return boxes
  })
  // Spending on the heading itself has no box of its own.
  return remainingSen > 0 ? [{ line, amountSen: remainingSen }, ...below] : below
}
