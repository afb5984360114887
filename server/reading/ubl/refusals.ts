import { UnusableFileError } from '../ports.ts'

/** A file of another kind. The message does not say what it is instead. */
export const notAnInvoice = (message: string) => new UnusableFileError('not_an_invoice', message)

export const damaged = (message: string) => new UnusableFileError('damaged', message)

/** @param what the element that is missing or has no valid value */
export const incomplete = (what: string) =>
  new UnusableFileError('incomplete', `The e-invoice has no usable ${what}.`)

export const contradicting = (message: string) => new UnusableFileError('contradicting', message)
