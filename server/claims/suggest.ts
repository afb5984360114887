import type { Law } from '../law/law.ts'
import type { Suggest } from '../receipts/ports.ts'
import type { TaxpayerItems } from './ports.ts'

export interface SuggestDeps {
  law: Law
  items: TaxpayerItems
}

export function createSuggest(_deps: SuggestDeps): Suggest {
  return async () => null
}
