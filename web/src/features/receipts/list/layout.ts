import type { Band } from './use-band.ts'

/** How receipts stand in the list, in pixels: every height is known, so nothing is measured while scrolling. */
export interface Layout {
  /** Receipts side by side. */
  columns: number
  /** Height of one row of them. */
  rowHeight: number
  /** Height of a month's head. */
  headHeight: number
}

export const ROW = { phone: 76, desk: 48 }
export const TILE = { height: 272, minWidth: 172 }
export const HEAD = 44

export interface Placed<Section> {
  section: Section
  top: number
  height: number
}

interface Headed {
  month: string | null
  receipts: readonly unknown[]
}

/** Where each section lies, one below the other. */
export function placedSections<S extends Headed>(sections: readonly S[], layout: Layout): Placed<S>[] {
  let top = 0
  return sections.map((section) => {
    const rows = Math.ceil(section.receipts.length / layout.columns)
    const height = headOf(section, layout) + rows * layout.rowHeight
    const placed = { section, top, height }
    top += height
    return placed
  })
}

export const headOf = ({ month }: Headed, { headHeight }: Layout) => (month === null ? 0 : headHeight)

/** The indexes of a section's receipts that lie in the band: from `first` up to, not including, `end`. */
export function indexesIn<S extends Headed>({ section, top }: Placed<S>, band: Band, layout: Layout) {
  const start = top + headOf(section, layout)
  const firstRow = Math.max(0, Math.floor((band.from - start) / layout.rowHeight))
  const endRow = Math.max(0, Math.ceil((band.to - start) / layout.rowHeight))
  return {
    first: Math.min(section.receipts.length, firstRow * layout.columns),
    end: Math.min(section.receipts.length, endRow * layout.columns),
  }
}

export const overlaps = ({ top, height }: Placed<unknown>, { from, to }: Band) =>
  top < to && top + height > from

export interface Place {
  /** Pixels below the top of the section. */
  top: number
  column: number
  columns: number
}

export const placeOf = (index: number, head: number, { columns, rowHeight }: Layout): Place => ({
  top: head + Math.floor(index / columns) * rowHeight,
  column: index % columns,
  columns,
})

/** As CSS. */
export const styleOf = ({ top, column, columns }: Place) => ({
  top,
  left: `${(100 * column) / columns}%`,
  width: `${100 / columns}%`,
})
