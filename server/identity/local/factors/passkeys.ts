import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../../clock.ts'
import { Refusal } from '../../../errors.ts'
import { say } from '../../../texts/index.ts'
import type { Account, AccountStore } from '../ports.ts'
import type { NewCredential, UsedCredential } from './credentials.ts'
import type { ChallengePurpose, FactorStore, Passkey } from './ports.ts'
import { addressProblemOf, createRelyingParty } from './relying-party.ts'

const CHALLENGE_MINUTES = 5
export const MOST_PASSKEYS = 20

export interface PasskeysOptions {
  store: FactorStore
  accounts: Pick<AccountStore, 'byId'>
  publicUrl: string
  clock: Clock
}

/** Keys that sign in by themselves: with the device, and the finger or PIN that unlocks it. */
export function createPasskeys({ store, accounts, publicUrl, clock }: PasskeysOptions) {
  const addressProblem = addressProblemOf(publicUrl)
  const relyingParty = createRelyingParty(publicUrl)

  function newChallenge(purpose: ChallengePurpose, accountId?: string) {
    const challenge = randomBytes(32).toString('base64url')
    const now = clock.now()
    const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000)
    store.addChallenge({ hash: hashOf(challenge), purpose, accountId, expiresAt }, now)
    return challenge
  }

  const challengeOf = (purpose: ChallengePurpose, accountId?: string) => (challenge: string) =>
    store.useChallenge({ hash: hashOf(challenge), purpose, accountId }, clock.now())

  /** Whether a passkey was used, for this purpose; its use is then counted. */
  async function isUsed(passkey: Passkey, credential: UsedCredential, purpose: ChallengePurpose) {
    const owner = purpose === 'sign-in' ? undefined : passkey.accountId
    const used = await relyingParty.used(credential, passkey, challengeOf(purpose, owner))
    return (
      used !== undefined &&
      store.usePasskey(passkey.id, { from: passkey.counter, to: used.counter }, clock.now())
    )
  }

  function checkAddress() {
    if (addressProblem)
      throw new Refusal(
        'wrong_state',
        say(({ identity }) => identity.noPasskeysHere[addressProblem]),
      )
  }

  return {
    /** Why browsers offer none at PUBLIC_URL. */
    addressProblem,

    /** Whether the sign-in page offers them. */
    isOffered: () => addressProblem === undefined && store.hasPasskeys(),
    hasAny: store.hasPasskeys,

    /** A passkey of an account by the id that it has outside of this module. */
    find: (accountId: string, publicId: string) =>
      store.passkeys(accountId).find(({ id }) => publicIdOf(id) === publicId),

    /** @throws Refusal wrong_state */
    async optionsToAdd(account: Account) {
      checkAddress()
      const known = store.passkeys(account.id)
      return relyingParty.creationOptions(account, newChallenge('add', account.id), known)
    },

    /** @throws Refusal passkey_refused, wrong_state */
    async add(account: Account, name: string, credential: NewCredential): Promise<Passkey> {
      checkAddress()
      const made = await relyingParty.created(credential, challengeOf('add', account.id))
      if (!made) throw passkeyRefused()
      const passkey: Passkey = {
        ...made,
        accountId: account.id,
        name,
        transports: credential.response.transports ?? [],
        addedAt: clock.now(),
        lastUsedAt: undefined,
      }
      const outcome = store.addPasskey(passkey, MOST_PASSKEYS)
      if (outcome === 'exists') throw passkeyRefused()
      if (outcome === 'too_many')
        throw new Refusal(
          'wrong_state',
          say(({ identity }) => identity.tooManyPasskeys(MOST_PASSKEYS)),
        )
      return passkey
    },

    optionsToSignIn: () => relyingParty.requestOptions(newChallenge('sign-in'), []),

    /** Who signs in; undefined where the passkey is unknown or anything about its use is not as it has to be. */
    async signIn(credential: UsedCredential): Promise<Account | undefined> {
      const passkey = store.passkey(credential.id)
      if (!passkey) return undefined
      const handle = Buffer.from(credential.response.userHandle ?? '', 'base64url').toString()
      if (handle !== passkey.accountId) return undefined
      return (await isUsed(passkey, credential, 'sign-in')) ? accounts.byId(passkey.accountId) : undefined
    },

    /** @throws Refusal wrong_state where the account has none */
    async optionsToProve(accountId: string) {
      const own = store.passkeys(accountId)
      if (own.length === 0)
        throw new Refusal(
          'wrong_state',
          say(({ identity }) => identity.noPasskey),
        )
      return relyingParty.requestOptions(newChallenge('prove', accountId), own)
    },

    /** Whether a passkey of this account was used. */
    async isProof(accountId: string, credential: UsedCredential) {
      const passkey = store.passkey(credential.id)
      return passkey?.accountId === accountId && isUsed(passkey, credential, 'prove')
    },
  }
}

export type Passkeys = ReturnType<typeof createPasskeys>

const passkeyRefused = () =>
  new Refusal(
    'passkey_refused',
    say(({ identity }) => identity.passkeyRefused),
  )

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest('base64url')

/** Of a passkey, short enough for an address: authenticators make ids of up to 1,023 bytes. */
export const publicIdOf = hashOf
