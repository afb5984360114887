import type { EinvoiceLink } from './einvoice-link.ts'
import type { Invoice } from './ubl/invoice.ts'

/** A rectangle on a page, in fractions of the page's width and height (0..1), origin at the top left. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface TextLine {
  text: string
  box: Box
  /** How sure the reader is of the whole line, 0..1. */
  confidence: number
}

/** The text of one upright page, as any reader returns it: lines from top to bottom. */
export interface PageText {
  /** 1 for the first page. */
  page: number
  /** Pixels of the upright page picture. */
  width: number
  height: number
  /** Degrees clockwise the picture had to be turned to be upright, beyond what its EXIF orientation says. */
  turned?: 90 | 180 | 270
  /**
   * Pixels that lines sink per pixel to the right, where the page is not level. Boxes stay upright: each is as wide
   * and as high as its line and shares its middle.
   */
  slope?: number
  lines: TextLine[]
  /** What the reader itself takes for fields and items; the field rules weigh it, and plain evidence beats it. */
  hints?: PageHints
  /** The MyInvois link of a QR code on the page. */
  link?: EinvoiceLink
  /** The e-invoice this page is a print of. */
  invoice?: Invoice
  /** The reader's own answer, kept so that a better understanding of it needs no second one. */
  raw?: { by: 'textract'; answer: unknown }
}

export interface PageHints {
  fields: FieldHint[]
  items: ItemHint[]
}

/** A value as it is printed. */
export interface FieldHint {
  field: 'merchant' | 'date' | 'total' | 'tax' | 'receiptNumber'
  text: string
  /** The words it stands beside; empty where there are none. */
  label: string
  box: Box
  confidence: number
}

/** A line of what was bought, its parts as they are printed; empty where there are none. */
export interface ItemHint {
  description: string
  quantity: string
  unitPrice: string
  amount: string
  box: Box
}
