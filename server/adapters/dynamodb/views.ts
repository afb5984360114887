import type { ListQuery, Position } from '../../receipts/ports.ts'

/** A row of a list, as an index stores it. */
export interface Row extends Position {
  summary: string
}

export type View = ListQuery['view']

/** The name toRecord gives the list of a view; undefined for everything outside the trash. */
export function listOf(view: View): string | undefined {
  if (view.kind === 'year') return String(view.year)
  return { all: undefined, undated: 'none', trash: 'trash' }[view.kind]
}
