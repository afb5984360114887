import type { Law } from '../law/law.ts'
import type { Receipts } from '../receipts/index.ts'
import type { TaxpayerItems } from './ports.ts'

export interface ClaimsDeps {
  law: Law
  items: TaxpayerItems
  receipts: Receipts
}

/** The room put together: what its routes need. */
export function createClaims(deps: ClaimsDeps) {
  return { items: deps.items }
}

export type Claims = ReturnType<typeof createClaims>
