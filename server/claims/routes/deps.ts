import type { Law } from '../../law/law.ts'
import type { Claims } from '../index.ts'

export interface ClaimRoutesDeps {
  law: Law
  claims: Claims
}
