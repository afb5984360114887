import type { Law } from '../law/law.ts'
import { ringgitOf, yearOfAssessment } from '../receipts/model.ts'
import type { Suggest } from '../receipts/ports.ts'
import { createDecisions } from './decisions.ts'
import type { TaxpayerItems } from './ports.ts'
import { createSuggester } from './suggestions/suggester.ts'

export interface SuggestDeps {
  law: Law
  items: TaxpayerItems
}

/** What a receipt may count for, by the rules and by what its owner decided for the same merchant before. */
export function createSuggest({ law, items }: SuggestDeps): Suggest {
  const decisions = createDecisions(items)
  const suggest = createSuggester(law)

  return async (receipt, text) => {
    const { userId, merchant, currency } = receipt
    if (merchant === null && receipt.items.length === 0 && text === '') return null
    const past = merchant === null ? [] : await decisions.ofMerchant(userId, merchant)
    return suggest({
      year: yearOfAssessment(receipt),
      merchant,
      amountSen: ringgitOf(receipt),
      // Lines in another currency are no ringgit.
      items: currency === 'MYR' ? receipt.items : [],
      text,
      past: past.filter(({ receiptId }) => receiptId !== receipt.id),
    })
  }
}
