import type { DocumentOrder } from './documents.ts'

/** What a child process of createDocumentPool does. Each library is loaded only when needed, because the one for PDFs is large. */
export const documentTasks = {
  make: async (order: DocumentOrder): Promise<Uint8Array> => {
    if (order.kind === 'pdf') return (await import('./pdf/summary.ts')).toPdf(order.claim)
    if (order.kind === 'employer-sheet')
      return (await import('./pdf/employer-sheet.ts')).toEmployerPdf(order.sheet)
    const { toReceiptsXlsx, toXlsx } = await import('./xlsx.ts')
    return order.kind === 'xlsx'
      ? toXlsx(order.claim, order.rows)
      : toReceiptsXlsx(order.rows, order.language)
  },
}
