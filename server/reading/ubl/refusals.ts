import { UnusableFileError } from '../ports.ts'

/** A file of another kind. The message does not say what it is instead. */
export const notAnInvoice = (message: string) => new UnusableFileError('not_an_invoice', message)

/** An invoice that is none of MyInvois. @param kind what it is, with its article */
export const otherInvoice = (kind: string) =>
  new UnusableFileError(
    'other_invoice',
    `This is ${kind}, not an e-invoice that MyInvois has validated. Upload the invoice as a PDF or a picture.`,
  )

export const damaged = (message: string) => new UnusableFileError('damaged', message)

/** @param what the element that is missing or has no valid value */
export const incomplete = (what: string) =>
  new UnusableFileError('incomplete', `The e-invoice has no usable ${what}.`)

export const contradicting = (message: string) => new UnusableFileError('contradicting', message)

/** An e-invoice for the sales of a month, in whatever form. */
export const consolidated = () =>
  new UnusableFileError(
    'consolidated',
    'This is a consolidated e-invoice: the shop made it out to the general public, for the sales of a month. It ' +
      'does not show what you bought. Keep your receipt, or ask the shop for an e-invoice in your name.',
  )
