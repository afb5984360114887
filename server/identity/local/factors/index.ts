import type { Clock } from '../../../clock.ts'
import { Refusal } from '../../../errors.ts'
import type { Principal } from '../../../http/principal.ts'
import { say } from '../../../texts/index.ts'
import type { Sealing } from '../../sealing.ts'
import type { Passwords } from '../passwords.ts'
import type { Account, AccountStore } from '../ports.ts'
import type { SignInThrottle } from '../sign-in-throttle.ts'
import { keyUri, newSecret, stepOf } from './authenticator-app.ts'
import type { NewCredential, UsedCredential } from './credentials.ts'
import { createPasskeys, type PasskeysOptions } from './passkeys.ts'
import type { FactorStore } from './ports.ts'
import { createProofs } from './proofs.ts'
import { matchingHash, newRecoveryCodes, RECOVERY_CODES } from './recovery-codes.ts'
import { resealApps } from './resealing.ts'

const SETUP_MINUTES = 30

export interface FactorsOptions extends PasskeysOptions {
  accounts: Pick<AccountStore, 'byId'>
  store: FactorStore
  passwords: Passwords
  throttle: SignInThrottle
  /** @param purpose one sealed for another does not open */
  sealingFor(purpose: string): Sealing
  /** log2 of scrypt's N for recovery codes. */
  codeCost?: number | undefined
  clock: Clock
}

export type Factors = ReturnType<typeof createFactors>

/** What was accepted after the password. */
export type SecondFactor = 'totp' | 'recovery_code'

/** The second lock of local accounts: authenticator apps with recovery codes, and passkeys. */
export function createFactors(options: FactorsOptions) {
  const { store, accounts, passwords, throttle, clock, codeCost } = options
  const passkeys = createPasskeys(options)
  const secrets = options.sealingFor('authenticator app')
  const setups = options.sealingFor('setup of an authenticator app')
  const proofs = createProofs(options.sealingFor('proof of a factor'), clock)

  function accountOf({ sub }: Principal): Account {
    const account = accounts.byId(sub)
    if (!account) throw noSuchAccount()
    return account
  }

  /** @throws Refusal proof_needed */
  async function checkProof(person: Principal, proof: string | undefined): Promise<Account> {
    if (proof === undefined || !(await proofs.isGood(person, proof)))
      throw new Refusal(
        'proof_needed',
        say(({ identity }) => identity.proofNeeded),
      )
    return accountOf(person)
  }

  return {
    passkeys,

    /** What a person has set up. */
    of: (accountId: string) => ({
      app: store.app(accountId),
      recoveryCodesLeft: store.recoveryCodes(accountId).length,
      passkeys: store.passkeys(accountId),
    }),

    /**
     * Accepts the password or a passkey of somebody who is signed in.
     * @throws Refusal proof_refused, too_many_requests
     */
    async prove(
      person: Principal,
      given: { password: string } | { passkey: UsedCredential },
      address: string,
    ) {
      const account = accountOf(person)
      throttle.begin(account.email, address, person.sessionId)
      const isProven =
        'passkey' in given
          ? await passkeys.isProof(account.id, given.passkey)
          : await passwords.matches(given.password, account.passwordHash)
      if (!isProven)
        throw new Refusal(
          'proof_refused',
          say(({ identity }) => ('passkey' in given ? identity.passkeyRefused : identity.wrongPassword)),
        )
      throttle.succeed(account.email, address, person.sessionId)
      return proofs.make(person)
    },

    /** @throws Refusal wrong_state where the person has no passkey */
    optionsToProve: (person: Principal) => passkeys.optionsToProve(accountOf(person).id),

    /**
     * A new secret for an authenticator app. Nothing is stored before a code of it comes back.
     * @throws Refusal proof_needed, wrong_state
     */
    async beginApp(person: Principal, proof: string | undefined) {
      const account = await checkProof(person, proof)
      if (store.app(account.id)) throw hasApp()
      const secret = await newSecret()
      const expiresAt = new Date(clock.now().getTime() + SETUP_MINUTES * 60_000)
      return {
        secret,
        uri: await keyUri(secret, account.email),
        setup: await setups.seal(account.id, { secret }, expiresAt),
      }
    },

    /**
     * Asks for codes of the app from now on.
     * @param setup as `beginApp` gave it
     * @returns the recovery codes, which are not shown again
     * @throws Refusal proof_needed, wrong_code, wrong_state
     */
    async addApp(
      person: Principal,
      proof: string | undefined,
      { setup, code }: { setup: string; code: string },
    ) {
      const account = await checkProof(person, proof)
      const secret = secretIn(await setups.open(account.id, setup))
      const now = clock.now()
      if (secret === undefined)
        throw new Refusal(
          'wrong_state',
          say(({ identity }) => identity.setupTooOld),
        )
      const step = await stepOf(code, secret, now)
      if (step === undefined)
        throw new Refusal(
          'wrong_code',
          say(({ identity }) => identity.wrongCode),
        )
      const { codes, hashes } = await newRecoveryCodes(codeCost)
      const app = { secret: await secrets.seal(account.id, { secret }, null), addedAt: now, lastStep: step }
      if (!store.addApp(account.id, app, hashes)) throw hasApp()
      return codes
    },

    /** Seals the secrets of all authenticator apps with the present key. */
    resealApps: () => resealApps(store, secrets),

    /** @throws Refusal proof_needed, wrong_state */
    async removeApp(person: Principal, proof: string | undefined) {
      const { id } = await checkProof(person, proof)
      if (!store.removeApp(id, { kind: 'app_removed', at: clock.now() })) throw hasNoApp()
    },

    /** @throws Refusal proof_needed, wrong_state */
    async renewRecoveryCodes(person: Principal, proof: string | undefined) {
      const { id } = await checkProof(person, proof)
      if (!store.app(id)) throw hasNoApp()
      const { codes, hashes } = await newRecoveryCodes(codeCost)
      if (!store.replaceRecoveryCodes(id, hashes)) throw hasNoApp()
      return codes
    },

    /** @throws Refusal proof_needed, wrong_state */
    async optionsToAddPasskey(person: Principal, proof: string | undefined) {
      return passkeys.optionsToAdd(await checkProof(person, proof))
    },

    /** @throws Refusal proof_needed, passkey_refused, wrong_state */
    async addPasskey(
      person: Principal,
      proof: string | undefined,
      { name, credential }: { name: string; credential: NewCredential },
    ) {
      return passkeys.add(await checkProof(person, proof), name, credential)
    },

    /** @throws Refusal not_found */
    renamePasskey({ sub }: Principal, publicId: string, name: string) {
      if (!store.renamePasskey(sub, passkeys.find(sub, publicId)?.id ?? '', name)) throw noSuchPasskey()
    },

    /** @throws Refusal proof_needed, not_found */
    async removePasskey(person: Principal, proof: string | undefined, publicId: string) {
      const { id } = await checkProof(person, proof)
      if (!store.removePasskey(id, passkeys.find(id, publicId)?.id ?? '')) throw noSuchPasskey()
    },

    /** Whether the password of this account is not enough. */
    needsCode: (accountId: string) => store.app(accountId) !== undefined,

    /**
     * Accepts a code of the app, or a recovery code.
     * @param device the id of a browser that has signed in to this account before
     * @returns undefined where it is neither, or was used before; 'unreadable' where the server cannot check codes of the
     * app any more, because SECRET_KEY is another one
     * @throws Refusal too_many_requests
     */
    async checkCode(
      account: Account,
      typed: string,
      address: string,
      device?: string,
    ): Promise<SecondFactor | 'unreadable' | undefined> {
      throttle.begin(account.email, address, device)
      const accepted = await acceptedAs(account.id, typed)
      if (accepted && accepted !== 'unreadable') throttle.succeed(account.email, address, device)
      return accepted
    },

    notices: store.notices,
    noticesRead: store.removeNotices,
  }

  async function acceptedAs(
    accountId: string,
    typed: string,
  ): Promise<SecondFactor | 'unreadable' | undefined> {
    const app = store.app(accountId)
    if (!app) return undefined
    const recovery = await matchingHash(typed, store.recoveryCodes(accountId))
    if (recovery !== undefined)
      return store.useRecoveryCode(accountId, recovery) ? 'recovery_code' : undefined
    const secret = secretIn(await secrets.open(accountId, app.secret))
    if (secret === undefined) return 'unreadable'
    const step = await stepOf(typed, secret, clock.now())
    return step !== undefined && store.useStep(accountId, step) ? 'totp' : undefined
  }
}

export { RECOVERY_CODES }

/** Of what was sealed with one; undefined where that could not be opened. */
const secretIn = (sealed: Record<string, unknown> | undefined) =>
  typeof sealed?.secret === 'string' ? sealed.secret : undefined

const hasApp = () =>
  new Refusal(
    'wrong_state',
    say(({ identity }) => identity.hasApp),
  )

const hasNoApp = () =>
  new Refusal(
    'wrong_state',
    say(({ identity }) => identity.hasNoApp),
  )

const noSuchPasskey = () =>
  new Refusal(
    'not_found',
    say(({ identity }) => identity.noSuchPasskey),
  )

const noSuchAccount = () =>
  new Refusal(
    'not_found',
    say(({ identity }) => identity.noAccountHere),
  )
