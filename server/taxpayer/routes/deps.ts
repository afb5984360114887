import type { Law } from '../../law/law.ts'
import type { Receipts } from '../../receipts/index.ts'
import type { Taxpayer } from '../index.ts'

export interface TaxpayerRoutesDeps {
  law: Law
  taxpayer: Taxpayer
  receipts: Pick<Receipts, 'files' | 'thumbnail' | 'withIncoming'>
}
