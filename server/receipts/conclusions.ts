import { findSuspects } from './duplicates.ts'
import type { Receipt } from './model.ts'
import type { PageTexts } from './page-texts.ts'
import type { ReceiptStore, Suggest } from './ports.ts'

export interface ConclusionDeps {
  store: ReceiptStore
  texts: PageTexts
  suggest: Suggest
}

/** What follows from a receipt's values: which others it looks like a copy of, and what it may count for. */
export function createConclusions({ store, texts, suggest }: ConclusionDeps) {
  /**
   * The receipt with both. What a person confirmed is no matter for suggestions any more: it keeps its own.
   * @param text of its pages, where the caller has it at hand
   */
  return async function concluded(receipt: Receipt, text?: string): Promise<Receipt> {
    const duplicateSuspects = await findSuspects(store, receipt)
    if (receipt.status === 'confirmed') return { ...receipt, duplicateSuspects }
    const suggestion = await suggest(receipt, text ?? (await texts.ofReceipt(receipt)))
    return { ...receipt, duplicateSuspects, suggestion }
  }
}

export type Concluded = ReturnType<typeof createConclusions>
