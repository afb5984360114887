/** Search parameters of the screens. What makes no sense is dropped, so that an old link still opens. */
type Raw = Record<string, unknown>

export interface RootSearch {
  /** Year of assessment; left out: this year. */
  year?: number
  /** Everything of the person who was signed in here has just been erased, or is being erased. */
  erased?: (typeof erasures)[number]
}

const erasures = ['erased', 'erasing'] as const

export function rootSearch({ year, erased }: Raw): RootSearch {
  const number = Number(year)
  const isYear = Number.isInteger(number) && number >= 1990 && number < 2200
  const state = erasures.find((one) => one === erased)
  return { ...(isYear && { year: number }), ...(state && { erased: state }) }
}

export interface SnapSearch {
  /** Opens the camera at once. */
  camera?: true
  /** What became of files that another app shared; web/public/share-target.js and the server say it. */
  share?: (typeof shares)[number]
}

const shares = ['taken', 'many', 'full', 'empty', 'missed'] as const

export function snapSearch({ camera, share: raw }: Raw): SnapSearch {
  const share = shares.find((one) => one === raw)
  return { ...(camera === true && { camera }), ...(share && { share }) }
}

export const listedStatuses = ['reading', 'needs_review', 'confirmed', 'unreadable'] as const

/** The filters of the list, as the API names them. */
export interface ReceiptsSearch {
  text?: string
  status?: (typeof listedStatuses)[number]
  relief?: string
  person?: string
  minSen?: number
  maxSen?: number
  certificate?: 'missing'
  trash?: true
  view?: 'tiles'
  /** Puts the cursor into the search field. */
  search?: true
}

export function receiptsSearch(raw: Raw): ReceiptsSearch {
  const status = listedStatuses.find((one) => one === raw.status)
  const minSen = senOf(raw.minSen)
  const maxSen = senOf(raw.maxSen)
  return {
    ...textOf('text', raw),
    ...(status && { status }),
    ...textOf('relief', raw),
    ...textOf('person', raw),
    ...(minSen !== undefined && { minSen }),
    ...(maxSen !== undefined && { maxSen }),
    ...(raw.certificate === 'missing' && { certificate: 'missing' }),
    ...(raw.trash === true && { trash: true }),
    ...(raw.view === 'tiles' && { view: 'tiles' }),
    ...(raw.search === true && { search: true }),
  }
}

export interface ReceiptSearch {
  /** What was searched for when the receipt was found. */
  text?: string
}

export const receiptSearch = (raw: Raw): ReceiptSearch => textOf('text', raw)

export interface ReliefsSearch {
  /** Code of the relief whose details are open. */
  relief?: string
}

export const reliefsSearch = (raw: Raw): ReliefsSearch => textOf('relief', raw)

export interface FileSearch {
  /** Also the items of the form without an amount. */
  all?: true
  /** The form, where it is not that of the facts. */
  form?: 'BE' | 'B'
}

export const fileSearch = ({ all, form }: Raw): FileSearch => ({
  ...(all === true && { all }),
  ...((form === 'BE' || form === 'B') && { form }),
})

/** A text that a number-like address (`?text=1234`) made a number is a text again. */
function textOf<Key extends string>(key: Key, raw: Raw): { [K in Key]?: string } {
  const value = raw[key]
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== ''
    ? ({ [key]: text.slice(0, 200) } as { [K in Key]?: string })
    : {}
}

const senOf = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : undefined)
