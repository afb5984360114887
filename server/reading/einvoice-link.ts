import { z } from 'zod'

/** Where MyInvois shows a validated e-invoice. It identifies the document and contains none of its content. */
export const einvoiceLinkSchema = z.object({
  uuid: z.string(),
  /** Exists only for documents that were valid when the link was made. */
  longId: z.string(),
  environment: z.enum(['production', 'sandbox']),
})
export type EinvoiceLink = z.output<typeof einvoiceLinkSchema>

/** MyInvois SDK, "Get document" and "QR code": {portal}/{uuid}/share/{longId}. */
const HOSTS: Record<string, EinvoiceLink['environment']> = {
  'myinvois.hasil.gov.my': 'production',
  'preprod.myinvois.hasil.gov.my': 'sandbox',
}

/** Not RFC 4122. Real ones have 26 characters, those of the SDK's samples 15; long ids seen have 42. */
export const UUID = /^[0-9A-Z]{15,32}$/
const PATH = /^\/([0-9A-Z]{15,32})\/share\/([0-9A-Za-z]{16,80})$/

/** Null for every other text of a QR code: a stranger wrote it, so it is neither kept nor shown. */
export function einvoiceLinkIn(text: string): EinvoiceLink | null {
  const url = URL.parse(text)
  const environment = url && HOSTS[url.host]
  const [, uuid, longId] = url?.pathname.match(PATH) ?? []
  if (!environment || !uuid || !longId) return null
  // Comparing the whole address rules out http:, a user name and a query.
  return url.href === `https://${url.host}/${uuid}/share/${longId}` ? { uuid, longId, environment } : null
}
