import { DamagedRecordError } from '../../errors.ts'
import type { Language } from '../../language.ts'
import type { Suggestion } from '../allocation.ts'
import type { PageTexts } from '../files/page-texts.ts'
import type { Receipt } from '../model.ts'
import type { InMalay } from '../ports.ts'

/**
 * Words the suggestion of a receipt. It is stored in English; its Malay follows from the same evidence. A text that this no
 * longer leads to stays in English.
 */
export function createSuggestionWording({ inMalay, texts }: { inMalay: InMalay; texts: PageTexts }) {
  async function malayOf(receipt: Receipt): Promise<ReadonlyMap<string, string>> {
    try {
      return await inMalay(receipt, await texts.ofReceipt(receipt))
    } catch (error) {
      if (error instanceof DamagedRecordError) return new Map()
      throw error
    }
  }

  return async (receipt: Receipt, language: Language): Promise<Suggestion | null> => {
    const { suggestion } = receipt
    if (suggestion === null || language === 'en') return suggestion
    const malay = await malayOf(receipt)
    const worded = (text: string) => malay.get(text) ?? text
    const parts = suggestion.parts.map((part) => ({
      ...part,
      reason: worded(part.reason),
      question: part.question === null ? null : worded(part.question),
    }))
    return { ...suggestion, parts }
  }
}
