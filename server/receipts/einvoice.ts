import { z } from 'zod'
import { invoiceTypes } from '../reading/ubl/invoice.ts'
import { storedKeys } from '../stored-keys.ts'

const verified = z.literal(false).meta({
  description: 'Always false: neither the signature nor the link is checked with LHDN',
})
const uuid = z.string().meta({ description: "The document's id in MyInvois (not a UUID of RFC 9562)" })
const longId = z.string().meta({ description: 'The last part of the link to the document in MyInvois' })

/** The MyInvois document of a receipt. */
export const einvoiceSchema = z
  .discriminatedUnion('source', [
    z.object({
      source: z.literal('file').meta({ description: 'The receipt is the file of an e-invoice (UBL)' }),
      uuid: uuid.nullable(),
      longId: longId.nullable(),
      number: z.string().meta({ description: "The supplier's document number" }),
      type: z
        .enum(invoiceTypes)
        .meta({ description: '01 invoice, 02 credit note, 03 debit note, 04 refund note' }),
      version: z.string().nullable(),
      issuedAt: z.string().meta({ description: 'A UTC instant', format: 'date-time' }),
      exchange: z
        .object({
          rate: z.number().meta({ description: 'Ringgit for one unit of its currency' }),
          myrSen: z
            .int()
            .meta({ description: 'What the total comes to; a person decides whether it is `myrSen`' }),
        })
        .optional()
        .meta({ description: 'On an e-invoice in another currency that states a rate' }),
      supplierTin: z.string().nullable(),
      supplierRegistration: z.string().nullable(),
      buyerKind: z.enum(['person', 'company']).meta({ description: 'Who the buyer is' }),
      original: z
        .object({ uuid: uuid.nullable(), number: z.string().nullable() })
        .nullable()
        .meta({ description: 'On a note: the invoice it refers to' }),
      originalReceiptId: z
        .string()
        .nullable()
        .meta({ description: "The id of the person's receipt of that invoice; `null`: there is none" }),
      verified,
    }),
    z.object({
      source: z.literal('qr').meta({ description: 'A QR code on the receipt links to the document' }),
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

/** The look-up keys of a document, the same for its file and for a QR code. */
export function documentKeys(einvoice: EInvoice | null): string[] {
  if (!einvoice) return []
  const keys = einvoice.uuid ? [uuidKey(einvoice.uuid)] : []
  if (einvoice.source === 'qr' || !einvoice.supplierTin) return keys
  return [...keys, numberKey(einvoice.supplierTin, einvoice.number)]
}

/** The look-up keys of the invoice a note refers to. Its supplier is the note's own. */
export function originalKeys(einvoice: EInvoice | null): string[] {
  if (einvoice?.source !== 'file' || !einvoice.original) return []
  const { uuid, number } = einvoice.original
  const keys = uuid ? [uuidKey(uuid)] : []
  return number && einvoice.supplierTin ? [...keys, numberKey(einvoice.supplierTin, number)] : keys
}

/** The look-up keys of the notes to a document. */
export const noteKeys = (einvoice: EInvoice | null) => documentKeys(einvoice).map(noteTo)

/** Every look-up key of a receipt with this document. */
export const einvoiceKeys = (einvoice: EInvoice | null) => [
  ...documentKeys(einvoice),
  ...originalKeys(einvoice).map(noteTo),
]
