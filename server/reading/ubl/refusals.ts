import { UnusableFileError } from '../ports.ts'

/** Some other file; what it is instead is not told. */
export const notAnInvoice = (message: string) => new UnusableFileError('not_an_invoice', message)

export const damaged = (message: string) => new UnusableFileError('damaged', message)

/** @param what the name of the element that is missing or is no such value */
export const incomplete = (what: string) =>
  new UnusableFileError('incomplete', `The e-invoice has no usable ${what}.`)

export const contradicting = (message: string) => new UnusableFileError('contradicting', message)
