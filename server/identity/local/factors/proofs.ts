import type { Clock } from '../../../clock.ts'
import type { Principal } from '../../../http/principal.ts'
import type { Sealing } from '../../sealing.ts'

const MINUTES = 10

/**
 * What a person gets for a password or a passkey, and sends with the changes that need one: whoever finds an unlocked
 * device cannot take the account over. Good for this session.
 */
export function createProofs(sealing: Sealing, clock: Clock) {
  const nameOf = ({ sub, sessionId = '' }: Principal) => JSON.stringify([sub, sessionId])

  return {
    async make(person: Principal): Promise<{ proof: string; expiresAt: Date }> {
      const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
      return { proof: await sealing.seal(nameOf(person), {}, expiresAt), expiresAt }
    },
    isGood: async (person: Principal, proof: string) =>
      (await sealing.open(nameOf(person), proof)) !== undefined,
  }
}
