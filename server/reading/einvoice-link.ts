/** Where MyInvois shows a validated e-invoice. It says which document it is, and nothing of what stands in it. */
export interface EinvoiceLink {
  uuid: string
  /** Exists only for documents that were valid when the link was made. */
  longId: string
  environment: 'production' | 'sandbox'
}

/** MyInvois SDK, "Get document" and "QR code": {portal}/{uuid}/share/{longId}. */
const HOSTS: Record<string, EinvoiceLink['environment']> = {
  'myinvois.hasil.gov.my': 'production',
  'preprod.myinvois.hasil.gov.my': 'sandbox',
}

/** Not RFC 4122. Real ones have 26 characters, those of the SDK's samples 15; long ids seen have 42. */
export const UUID = /^[0-9A-Z]{15,32}$/
const PATH = /^\/([0-9A-Z]{15,32})\/share\/([0-9A-Za-z]{16,80})$/

/** Null for whatever else a QR code may say: it is neither kept nor shown, as it is a stranger's. */
export function einvoiceLinkIn(text: string): EinvoiceLink | null {
  const url = URL.parse(text)
  const environment = url && HOSTS[url.host]
  const [, uuid, longId] = url?.pathname.match(PATH) ?? []
  if (!environment || !uuid || !longId) return null
  // Nothing more than that: no http:, no user name, no query.
  return url.href === `https://${url.host}/${uuid}/share/${longId}` ? { uuid, longId, environment } : null
}
