import { StorageNewerError } from '../../errors.ts'

/**
 * Items carry the number of the format they were written in, as attribute `f`. Items of releases before there were
 * numbers have no `f`, which means 0.
 *
 * A release reads every format up to `reads`, and writes `writes`. A new format takes two releases, so that processes of
 * both can run side by side, and the later one can be rolled back:
 * 1. expand: `{ reads: 2, writes: 1 }` understands format 2 and still writes 1;
 * 2. contract: `{ reads: 2, writes: 2 }` writes format 2.
 *
 * Only a change that an older release would misread needs a new number. An added attribute that it may ignore does not.
 */
export interface StoredFormat {
  reads: number
  writes: number
}

export const STORED_FORMAT: StoredFormat = { reads: 1, writes: 1 }

/** One letter, because every item and its write units pay for it. */
export const FORMAT_ATTRIBUTE = 'f'

export type Formats = ReturnType<typeof createFormats>

/** Stamps what is written with its format and refuses to read what is newer. */
export function createFormats({ reads, writes }: StoredFormat = STORED_FORMAT) {
  let newest = 0

  function assertReadable(format: number) {
    // A format that is no number is damaged, which concerns its item only.
    if (Number.isNaN(format)) return
    newest = Math.max(newest, format)
    if (format > reads) throw newerError(format, reads)
  }

  return {
    reads,
    writes,
    /** Attribute of every item that is put. */
    stamp: { [FORMAT_ATTRIBUTE]: writes },
    /** Condition of a write to an item that was not read first. Needs `#f` and `:reads`. */
    isReadable: 'attribute_not_exists(#f) OR #f <= :reads',

    /** Checks every item of a response. @throws StorageNewerError */
    checkOutput(output: object) {
      for (const item of itemsOf(output)) assertReadable(Number(item[FORMAT_ATTRIBUTE] ?? 0))
    },

    /** Rejects once an item of a newer format was met. @throws StorageNewerError */
    assertNoneNewer: () => assertReadable(newest),

    /**
     * A packed list row with its format. Index entries have no `f`, so the row carries it from format 2 on: a zero,
     * which no dictionary has as its number, and the format.
     */
    markRow: (row: Uint8Array) => (writes < 2 ? row : Buffer.concat([Uint8Array.of(0, writes), row])),

    /** The packed row without its format. @throws StorageNewerError */
    unmarkRow(row: Uint8Array): Uint8Array {
      const [first, format = 0] = row
      if (first !== 0) return row
      assertReadable(format)
      return row.subarray(2)
    },
  }
}

const newerError = (format: number, reads: number) =>
  new StorageNewerError(
    `the tables hold items of format ${format}, and this release reads formats up to ${reads}: run the newer release`,
  )

type Item = Record<string, unknown>

function itemsOf(output: object): Item[] {
  const {
    Item,
    Attributes,
    Items = [],
    Responses = {},
  } = output as {
    Item?: Item
    Attributes?: Item
    Items?: Item[]
    Responses?: Record<string, Item[]>
  }
  return [Item, Attributes, ...Items, ...Object.values(Responses).flat()].filter((item) => item !== undefined)
}
