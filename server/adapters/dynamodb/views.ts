import type { ListQuery, Position } from '../../receipts/ports.ts'

/** A row of a list, as an index holds it. */
export interface Row extends Position {
  summary: string
}

export type View = ListQuery['view']

/** The list of a view, as toRecord names it; undefined for all that are not in the trash. */
export function listOf(view: View): string | undefined {
  if (view.kind === 'year') return String(view.year)
  return { all: undefined, undated: 'none', trash: 'trash' }[view.kind]
}
