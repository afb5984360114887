import { z } from 'zod'
import { Refusal } from '../../../errors.ts'
import { say } from '../../../texts/index.ts'
import type { Factors } from '../../local/factors/index.ts'
import { publicIdOf } from '../../local/factors/passkeys.ts'
import type { IdentityRoutesDeps } from '../deps.ts'

/** @throws Refusal not_found where accounts are kept elsewhere, and their factors with them */
export function factorsOf({ factors }: IdentityRoutesDeps['identity']): Factors {
  if (!factors)
    throw new Refusal(
      'not_found',
      say(({ identity }) => identity.noAccountHere),
    )
  return factors
}

export const proofHeader = z.object({
  proof: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: 'The `proof` of `POST /me/factors/proof`, at most ten minutes old' }),
})

export const passkeyOf = ({
  id,
  name,
  addedAt,
  lastUsedAt,
}: ReturnType<Factors['of']>['passkeys'][number]) => ({
  id: publicIdOf(id),
  name,
  addedAt: addedAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})
