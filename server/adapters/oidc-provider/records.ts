import { createHash } from 'node:crypto'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Clock } from '../../clock.ts'
import type { ProviderRecord, ProviderRecords } from '../../identity/local/ports.ts'

/** Two tabs that refresh at once both get tokens. A token reused later counts as stolen. */
const REFRESH_GRACE_SECONDS = 10

export interface RecordsOptions {
  records: ProviderRecords
  clientId: string
  clock: Clock
  /** Called before the provider confirms that a grant, and with it a session, has ended. */
  grantEnded(grantId: string): Promise<void>
}

/**
 * oidc-provider's storage. Ids are stored as hashes, because each id is itself a secret: a refresh token, a code, a
 * session cookie.
 */
export function createAdapterFactory({ records, clientId, clock, grantEnded }: RecordsOptions) {
  function asPayload(model: string, record: ProviderRecord | undefined): AdapterPayload | undefined {
    if (!record) return undefined
    const payload = readPayload(record.payload)
    if (!payload) return undefined
    const { consumedAt } = record
    const age = consumedAt ? (clock.now().getTime() - consumedAt.getTime()) / 1000 : 0
    const isInGrace = model === 'RefreshToken' && age <= REFRESH_GRACE_SECONDS
    return consumedAt && !isInGrace ? { ...payload, consumed: true } : payload
  }

  return (model: string): Adapter => ({
    async upsert(id, payload, expiresIn = 0) {
      const { jti: _secret, ...kept } = payload
      records.put(model, hashOf(id), {
        payload: JSON.stringify(kept),
        expiresAt: new Date(clock.now().getTime() + expiresIn * 1000),
        ...(payload.uid && { uid: payload.uid }),
        ...optional('grantId', grantOf(model, id, payload)),
        ...optional('accountId', payload.accountId),
      })
    },
    async find(id) {
      const payload = asPayload(model, records.find(model, hashOf(id)))
      return payload && { ...payload, jti: id }
    },
    async findByUid(uid) {
      return asPayload(model, records.findByUid(model, uid))
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      records.consume(model, hashOf(id), clock.now())
    },
    async destroy(id) {
      records.remove(model, hashOf(id))
    },
    async revokeByGrantId(grantId) {
      records.removeGrant(grantId)
      // The provider calls this once for each of its models; one call is enough.
      if (model === 'RefreshToken') await grantEnded(grantId)
    },
  })

  /** A provider session belongs to its latest grant, so that it ends with that grant. */
  function grantOf(model: string, id: string, payload: AdapterPayload) {
    if (model === 'Grant') return id
    if (model === 'Session') return payload.authorizations?.[clientId]?.grantId
    return payload.grantId
  }
}

/** Undefined where it is damaged: to the provider it has then expired, and the person signs in again. */
function readPayload(text: string): AdapterPayload | undefined {
  try {
    const payload: unknown = JSON.parse(text)
    return typeof payload === 'object' && payload !== null ? (payload as AdapterPayload) : undefined
  } catch {
    return undefined
  }
}

const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url')

const optional = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
