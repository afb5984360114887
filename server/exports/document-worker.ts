import { parentPort } from 'node:worker_threads'
import type { DocumentOrder } from './documents.ts'

parentPort?.on('message', async (order: DocumentOrder) => parentPort?.postMessage(await make(order)))

/** Each library is loaded only when needed, because the one for PDFs is large. */
async function make(order: DocumentOrder): Promise<Buffer> {
  if (order.kind === 'pdf') return (await import('./pdf/summary.ts')).toPdf(order.claim)
  if (order.kind === 'employer-sheet')
    return (await import('./pdf/employer-sheet.ts')).toEmployerPdf(order.sheet)
  const { toReceiptsXlsx, toXlsx } = await import('./xlsx.ts')
  return order.kind === 'xlsx' ? toXlsx(order.claim, order.rows) : toReceiptsXlsx(order.rows, order.language)
}
