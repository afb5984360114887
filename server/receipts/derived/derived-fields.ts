import type { PageTexts } from '../files/page-texts.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptStore, Suggest } from '../ports.ts'
import { findSuspects } from './duplicates.ts'
import { linkOriginalInvoice } from './related.ts'

export interface ConclusionDeps {
  store: ReceiptStore
  texts: PageTexts
  suggest: Suggest
}

/** What follows from a receipt's values: its copies, what its note refers to, and what it may count for. */
export function createConclusions({ store, texts, suggest }: ConclusionDeps) {
  /**
   * The receipt with all of it. What a person confirmed is no matter for suggestions any more: it keeps its own.
   * @param text of its pages, where the caller has it at hand
   */
  return async function concluded(receipt: Receipt, text?: string): Promise<Receipt> {
    const related = await linkOriginalInvoice(store, receipt)
    const duplicateSuspects = await findSuspects(store, related)
    if (receipt.status === 'confirmed') return { ...related, duplicateSuspects }
    const suggestion = await suggest(related, text ?? (await texts.ofReceipt(receipt)))
    return { ...related, duplicateSuspects, suggestion }
  }
}

export type Concluded = ReturnType<typeof createConclusions>
