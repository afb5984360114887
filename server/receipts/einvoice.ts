import { z } from 'zod'
import { invoiceTypes } from '../reading/ubl/invoice.ts'
import { storedKeys } from '../stored-keys.ts'

const verified = z.literal(false).meta({
  description: 'Always false: neither the signature nor the link was checked with LHDN',
})
const uuid = z.string().meta({ description: "MyInvois' id of the document; not as RFC 4122 has it" })
const longId = z.string().meta({ description: 'The last part of the link at which MyInvois shows it' })

/** The MyInvois document a receipt is. */
export const einvoiceSchema = z
  .discriminatedUnion('source', [
    z.object({
      source: z.literal('file').meta({ description: 'The receipt is the file of an e-invoice (UBL)' }),
      uuid: uuid.nullable(),
      longId: longId.nullable(),
      number: z.string().meta({ description: "The supplier's number" }),
      type: z
        .enum(invoiceTypes)
        .meta({ description: '01 invoice, 02 credit note, 03 debit note, 04 refund note' }),
      version: z.string().nullable(),
      issuedAt: z.string().meta({ description: 'A UTC instant', format: 'date-time' }),
      supplierTin: z.string().nullable(),
      supplierRegistration: z.string().nullable(),
      buyerKind: z.enum(['person', 'company']).meta({ description: 'Whom it was made out to' }),
      original: z
        .object({ uuid: uuid.nullable(), number: z.string().nullable() })
        .nullable()
        .meta({ description: 'The invoice a note refers to' }),
      originalReceiptId: z
        .string()
        .nullable()
        .meta({ description: "The person's receipt that is that invoice, where there is one" }),
      verified,
    }),
    z.object({
      source: z.literal('qr').meta({ description: 'A QR code on the receipt links to it' }),
      uuid,
      longId,
      environment: z.enum(['production', 'sandbox']),
      verified,
    }),
  ])
  .meta({ id: 'EInvoice' })
export type EInvoice = z.output<typeof einvoiceSchema>

export const uuidKey = (uuid: string) => storedKeys.einvoice.of(uuid)
const numberKey = (tin: string, number: string) => storedKeys.invoiceNumber.of(tin, number)
const noteTo = (key: string) => storedKeys.noteTo.of(key)

/** What the same document is found by, however it came. */
export function documentKeys(einvoice: EInvoice | null): string[] {
  if (!einvoice) return []
  const keys = einvoice.uuid ? [uuidKey(einvoice.uuid)] : []
  if (einvoice.source === 'qr' || !einvoice.supplierTin) return keys
  return [...keys, numberKey(einvoice.supplierTin, einvoice.number)]
}

/** What the document a note refers to is found by: its supplier is the note's. */
export function originalKeys(einvoice: EInvoice | null): string[] {
  if (einvoice?.source !== 'file' || !einvoice.original) return []
  const { uuid, number } = einvoice.original
  const keys = uuid ? [uuidKey(uuid)] : []
  return number && einvoice.supplierTin ? [...keys, numberKey(einvoice.supplierTin, number)] : keys
}

/** What the notes to a document are found by. */
export const noteKeys = (einvoice: EInvoice | null) => documentKeys(einvoice).map(noteTo)

/** All a receipt with this document is to be found by. */
export const einvoiceKeys = (einvoice: EInvoice | null) => [
  ...documentKeys(einvoice),
  ...originalKeys(einvoice).map(noteTo),
]
