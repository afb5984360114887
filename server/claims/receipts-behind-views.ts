import { z } from 'zod'
import { receiptSummary } from '../receipts/routes/schemas.ts'

const { id, merchant, paidOn, status, files, einvoice } = receiptSummary.shape

export const receiptsBehindView = z
  .object({
    receipts: z.array(
      z.object({
        id,
        merchant,
        paidOn,
        status,
        files,
        einvoice,
        sen: z.int().meta({ description: 'The part of it that counts here, in sen, before the limit' }),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int().meta({ description: 'How many receipts there are, on all pages' }),
  })
  .meta({ id: 'ReceiptsOfRelief' })
