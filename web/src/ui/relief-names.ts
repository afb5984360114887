import type { Relief, Reliefs } from '../../../server/api-types.ts'

/** A head of the year's law by its code: a relief anywhere in the tree, a gift, or a rebate. */
export function findRelief({ reliefs, gifts, rebates }: Reliefs, code: string) {
  return (
    inTree(reliefs, code) ??
    gifts.heads.find((head) => head.code === code) ??
    rebates.find((one) => one.code === code)
  )
}

function inTree(reliefs: readonly Relief[], code: string): Relief | undefined {
  for (const relief of reliefs) {
    const found = relief.code === code ? relief : inTree(relief.children, code)
    if (found) return found
  }
  return undefined
}

/** For whom a head may be claimed; empty where the law does not ask. */
export function beneficiariesOf(reliefs: Reliefs, code: string): readonly Relief['beneficiaries'][number][] {
  return inTree(reliefs.reliefs, code)?.beneficiaries ?? []
}

/** The reliefs that take receipts, wherever they stand in the tree. */
export const claimableReliefs = ({ reliefs }: Pick<Reliefs, 'reliefs'>): Relief[] => flat(reliefs)

const flat = (reliefs: readonly Relief[]): Relief[] =>
  reliefs.flatMap((relief) => [...(relief.kind === 'capped' ? [relief] : []), ...flat(relief.children)])
