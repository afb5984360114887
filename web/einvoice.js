import { make } from './dom.js'

const PORTALS = {
  production: 'https://myinvois.hasil.gov.my',
  sandbox: 'https://preprod.myinvois.hasil.gov.my',
}

export const isInvoiceFile = ({ type }) => type === 'application/xml' || type === 'application/json'

/** What the receipt's e-invoice is, and that nobody has verified it; nothing where there is none. */
export function einvoiceNotes({ einvoice }) {
  if (!einvoice) return []
  const { source, uuid, longId, environment = 'production' } = einvoice
  const what =
    source === 'file'
      ? 'From the file of an e-invoice: the amounts are exactly those in it. Its signature was not checked with LHDN.'
      : 'A QR code on it links to an e-invoice at MyInvois. What stands there was not looked at.'
  const words = environment === 'sandbox' ? `${what} It is one of MyInvois’ test system.` : what
  const note = make('p', { className: 'field-hint', textContent: words })
  if (uuid && longId) {
    const href = `${PORTALS[environment]}/${uuid}/share/${longId}`
    const link = { href, target: '_blank', rel: 'noopener noreferrer', textContent: 'See it at MyInvois' }
    note.append(' ', make('a', link))
  }
  return [note]
}
