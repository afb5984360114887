import type { Law } from '../law/law.ts'
import { findIntact } from '../receipts/damaged.ts'
import { type Receipt, ringgitOf, yearOfAssessment } from '../receipts/model.ts'
import type { InMalay, ReceiptStore, Suggest } from '../receipts/ports.ts'
import { keysOfRefunds, originalIdOf } from '../receipts/refunds.ts'
import type { TaxpayerItems } from '../taxpayer/ports.ts'
import { say } from '../texts/index.ts'
import { givesBack, noteSuggestion } from './credit-note.ts'
import { createDecisions, type Decision } from './decisions.ts'
import type { createSuggester } from './suggester.ts'
import { type Suggested, toStored } from './suggestion.ts'

export interface SuggestDeps {
  law: Law
  items: TaxpayerItems
  store: Pick<ReceiptStore, 'find' | 'withKey'>
}

/**
 * Suggests what a receipt may be claimed for: by the rules and by the owner's past decisions for the same merchant. A credit or
 * refund note follows the claim of its invoice.
 */
export function createSuggest({ law, items, store }: SuggestDeps): { suggest: Suggest; inMalay: InMalay } {
  const decisions = createDecisions(items)
  let loading: Promise<ReturnType<typeof createSuggester>> | undefined
  /** The rules, loaded for the first receipt. */
  const suggester = () => {
    loading ??= import('./suggester.ts').then(({ createSuggester }) => createSuggester(law))
    return loading
  }

  async function pastOf({ userId, id, merchant }: Receipt): Promise<Decision[]> {
    const past = merchant === null ? [] : await decisions.ofMerchant(userId, merchant)
    return past.filter(({ receiptId }) => receiptId !== id)
  }

  async function suggestedFor(receipt: Receipt, text: string, past: Decision[]): Promise<Suggested | null> {
    const { merchant, currency } = receipt
    const original = await originalOf(store, receipt)
    const before = original && givesBack(receipt) ? await givenBack(store, receipt, original) : 0
    const reversal = original && noteSuggestion(receipt, original, before)
    if (reversal) return reversal
    const year = yearOfAssessment(receipt)
    if (year !== null && !law.year(year)) return null
    if (merchant === null && receipt.items.length === 0 && text === '') return null
    const suggest = await suggester()
    const suggested = suggest({
      year,
      merchant,
      amountSen: ringgitOf(receipt),
      // Lines in another currency are not in ringgit.
      items: currency === 'MYR' ? receipt.items : [],
      text,
      past,
    })
    return givesBack(receipt) ? askingWhatFor(suggested) : suggested
  }

  return {
    async suggest(receipt, text) {
      const suggested = await suggestedFor(receipt, text, await pastOf(receipt))
      return suggested && toStored(suggested)
    },

    async inMalay(receipt, text) {
      const past = await pastOf(receipt)
      const malay = new Map<string, string>()
      // The suggestion was made when the latest of these decisions had perhaps not been taken yet.
      for (let later = 0; later <= past.length; later++) {
        const suggested = await suggestedFor(receipt, text, past.slice(later))
        for (const { reason, question } of suggested?.parts ?? []) {
          malay.set(reason.en, reason.ms)
          if (question) malay.set(question.en, question.ms)
        }
      }
      return malay
    },
  }
}

/** What the receipt gives money back for. */
async function originalOf(store: SuggestDeps['store'], receipt: Receipt): Promise<Receipt | undefined> {
  const id = originalIdOf(receipt)
  const original = id === null ? undefined : await findIntact(store, receipt.userId, id)
  return original?.trashedAt ? undefined : original
}

/** For a note whose invoice is not here, only the user knows what it was claimed for, and when. */
function askingWhatFor({ from, parts }: Suggested): Suggested {
  const question = say(({ suggestions }) => suggestions.invoiceNotHere)
  return {
    from,
    parts: parts.map((part) =>
      part.relief === null || part.question !== null ? part : { ...part, question },
    ),
  }
}

/** The sum of earlier notes to the same invoice, in sen. */
async function givenBack(store: SuggestDeps['store'], note: Receipt, original: Receipt): Promise<number> {
  const { userId } = note
  const keys = keysOfRefunds(original)
  const ids = new Set((await Promise.all(keys.map((key) => store.withKey(userId, key)))).flat())
  let sen = 0
  for (const id of ids) {
    // Ids are in the order of upload.
    const other = id < note.id ? await findIntact(store, userId, id) : undefined
    if (other && givesBack(other) && originalIdOf(other) === original.id)
      sen += Math.max(0, -(ringgitOf(other) ?? 0))
  }
  return sen
}
