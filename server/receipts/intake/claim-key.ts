import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { findRecord } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import { LEASE_MS } from '../ports.ts'
import type { IntakeDeps } from './deps.ts'

const IDEMPOTENCY_DAYS = 30
/** A first request that has stored no receipt for so long is dead, like one that does not renew its lease. */
const CLAIM_MS = LEASE_MS

export interface KeyClaim {
  userId: string
  /** The Idempotency-Key. */
  key: string
  /** Of the receipt this request will store. */
  receiptId: string
  /** Of the uploaded file. */
  sha256: string
}

/**
 * Claims an idempotency key for an upload.
 * @returns the receipt an earlier request with this key has stored; undefined: this request is the first
 * @throws Refusal idempotency_key_reused with another file, idempotency_key_in_use while the first request runs
 */
export async function claimKey(
  deps: Pick<IntakeDeps, 'store' | 'keys' | 'clock'>,
  claim: KeyClaim,
): Promise<Receipt | undefined> {
  const { store, keys, clock } = deps
  const { userId, key, receiptId, sha256 } = claim
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + IDEMPOTENCY_DAYS * 86_400_000)
  const earlier = await keys.claim(userId, key, { receiptId, sha256, at: now.toISOString() }, expiresAt)
  if (!earlier) return undefined
  if (earlier.sha256 !== sha256) {
    throw new Refusal(
      'idempotency_key_reused',
      say(({ refusals }) => refusals.idempotencyKeyReused),
    )
  }
  const receipt = (await findRecord(store, userId, earlier.receiptId))?.receipt
  if (receipt && receipt.status !== 'receiving') return receipt
  if (receipt || now.getTime() - Date.parse(earlier.at) < CLAIM_MS) {
    throw new Refusal(
      'idempotency_key_in_use',
      say(({ refusals }) => refusals.tryAgainSoon),
      { retryAfter: 2 },
    )
  }
  // Its receipt was discarded or purged, so this request is the first again.
  await keys.release(userId, key, earlier.receiptId)
  return claimKey(deps, claim)
}
