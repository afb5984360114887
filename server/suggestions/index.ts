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
import { type LineAnswers, type Suggested, type SuggestionInput, toStored } from './suggestion.ts'

export interface SuggestDeps {
  law: Law
  items: TaxpayerItems
  store: Pick<ReceiptStore, 'find' | 'withKey'>
}

export interface Suggestions {
  suggest: Suggest
  inMalay: InMalay
  /** Learns from the allocations of a receipt. */
  remember(receipt: Receipt): Promise<void>
}

const NO_ANSWERS: LineAnswers = new Map()

/**
 * Suggests what a receipt may be claimed for: by the rules and by the owner's past decisions for the same merchant. A credit or
 * refund note follows the claim of its invoice.
 */
export function createSuggest({ law, items, store }: SuggestDeps): Suggestions {
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

  const inputOf = (
    receipt: Receipt,
    text: string,
    past: Decision[],
    answers: LineAnswers,
  ): SuggestionInput => ({
    year: yearOfAssessment(receipt),
    merchant: receipt.merchant,
    amountSen: ringgitOf(receipt),
    // Lines in another currency are not in ringgit.
    items: receipt.currency === 'MYR' ? receipt.items : [],
    text,
    past,
    answers,
  })

  /** For each line the rule whose question it asks, or null; nothing for a year without law. */
  async function asksOf(receipt: Receipt, text: string): Promise<(string | null)[]> {
    const year = yearOfAssessment(receipt)
    if (receipt.items.length === 0 || (year !== null && !law.year(year))) return []
    const { asks } = await suggester()
    return asks(inputOf(receipt, text, [], NO_ANSWERS))
  }

  async function answersFor(receipt: Receipt, text: string): Promise<LineAnswers> {
    const asks = await asksOf(receipt, text)
    return asks.some((rule) => rule !== null) ? decisions.answersOf(receipt) : NO_ANSWERS
  }

  async function suggestedFor(
    receipt: Receipt,
    text: string,
    past: Decision[],
    answers: LineAnswers,
  ): Promise<Suggested | null> {
    const { merchant } = receipt
    const original = await originalOf(store, receipt)
    const before = original && givesBack(receipt) ? await givenBack(store, receipt, original) : 0
    const reversal = original && noteSuggestion(receipt, original, before)
    if (reversal) return reversal
    const year = yearOfAssessment(receipt)
    if (year !== null && !law.year(year)) return null
    if (merchant === null && receipt.items.length === 0 && text === '') return null
    const suggest = await suggester()
    const suggested = suggest(inputOf(receipt, text, past, answers))
    return givesBack(receipt) ? askingWhatFor(suggested) : suggested
  }

  return {
    async suggest(receipt, text) {
      const [past, answers] = await Promise.all([pastOf(receipt), answersFor(receipt, text)])
      const suggested = await suggestedFor(receipt, text, past, answers)
      return suggested && toStored(suggested)
    },

    async inMalay(receipt, text) {
      const [past, answers] = await Promise.all([pastOf(receipt), answersFor(receipt, text)])
      const malay = new Map<string, string>()
      // The suggestion was made when the latest of these decisions had perhaps not been taken yet.
      for (let later = 0; later <= past.length; later++)
        for (const known of withoutLatest(answers)) {
          const suggested = await suggestedFor(receipt, text, past.slice(later), known)
          for (const { reason, question } of suggested?.parts ?? []) {
            malay.set(reason.en, reason.ms)
            if (question) malay.set(question.en, question.ms)
          }
        }
      return malay
    },

    remember: async (receipt) => decisions.remember(receipt, await asksOf(receipt, '')),
  }
}

/** The answers as they are, and as they were before the latest of each kind of line, and so on to none. */
function withoutLatest(answers: LineAnswers): LineAnswers[] {
  const most = Math.max(0, ...[...answers.values()].map(({ length }) => length))
  return Array.from(
    { length: most + 1 },
    (_, later) => new Map([...answers].map(([rule, given]) => [rule, given.slice(later)])),
  )
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
