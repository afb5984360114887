import type { PageTexts } from '../files/page-texts.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptStore, Suggest } from '../ports.ts'
import { findSuspects } from './duplicates.ts'
import { linkOriginalInvoice } from './original-invoice.ts'

export interface DerivedFieldsDeps {
  store: ReceiptStore
  texts: PageTexts
  suggest: Suggest
}

/** The fields that follow from a receipt's values: suspected duplicates, a note's original invoice, the suggestion. */
export function createDerivedFields({ store, texts, suggest }: DerivedFieldsDeps) {
  /**
   * The receipt with its derived fields made from its present values. A confirmed receipt keeps the suggestion it was
   * confirmed with.
   * @param text of its pages, where the caller has it
   */
  return async function withDerivedFields(receipt: Receipt, text?: string): Promise<Receipt> {
    const linked = await linkOriginalInvoice(store, receipt)
    const duplicateSuspects = await findSuspects(store, linked)
    if (receipt.status === 'confirmed') return { ...linked, duplicateSuspects }
    const suggestion = await suggest(linked, text ?? (await texts.ofReceipt(receipt)))
    return { ...linked, duplicateSuspects, suggestion }
  }
}

export type WithDerivedFields = ReturnType<typeof createDerivedFields>
