import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import type { FactorStore } from './factors/ports.ts'
import { isSameCode, newFirstAccountCode } from './first-account-code.ts'
import { isCommon } from './password-rules/common-passwords.ts'
import { isOfAddress, isOfProduct } from './password-rules/own-words.ts'
import type { Passwords } from './passwords.ts'
import type { Account, AccountStore, Admission, Code } from './ports.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

const INVITATION_DAYS = 7
const RESET_HOURS = 1
export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 1000
const LONGEST_EMAIL = 254

/** What is wrong with a form and its fields; the pages have the words for it. */
export interface FieldErrors {
  form?: 'wrong_sign_in' | 'wrong_passkey' | 'codes_unreadable' | 'sign_up_closed'
  code?: 'wrong_code' | 'wrong_second_code'
  email?: 'no_email' | 'email_taken'
  password?: 'too_short' | 'too_long' | 'same_as_email' | 'too_common'
}

export class FormError extends Error {
  override name = 'FormError'
  readonly fields: FieldErrors
  constructor(fields: FieldErrors) {
    super('the form has errors')
    this.fields = fields
  }
}

/** A form that creates an account. */
export interface SignUpForm {
  email: string
  password: string
  invitation: string | undefined
  /** What was typed as the code of the first account. */
  code: string
}

/** Where a form was sent from. */
export interface Sender {
  /** IP address of the request. */
  address: string
  /** Whether that is the machine the server runs on. */
  isThisMachine: boolean
}

/** Somebody who is signed in and changes their own account. */
export interface Owner {
  id: string
  /** Undefined where the provider does not name it; then it ends with the others. */
  sessionId: string | undefined
  /** IP address of the request. */
  address: string
}

export interface AccountsOptions {
  store: AccountStore
  /** What an account is signed in to with besides its password. */
  factors: Pick<FactorStore, 'app' | 'removeAll'>
  passwords: Passwords
  throttle: SignInThrottle
  clock: Clock
  /** Who may create an account: SIGN_UP. */
  signUp: 'first' | 'invite' | 'open'
  /**
   * Ends every session of a person, at the provider and here.
   * @param except the one that goes on
   */
  endAllSessions(accountId: string, except?: string): Promise<void>
}

export type Accounts = ReturnType<typeof createAccounts>

/** The rules of local accounts: who may sign in, who may create one, and how a password is reset. */
export function createAccounts(options: AccountsOptions) {
  const { store, passwords, throttle, clock, signUp } = options
  let firstAccountCode: string | undefined = newFirstAccountCode()

  /** Why this person may create an account, or undefined. */
  function admission(invitation: string | undefined): Admission | undefined {
    if (signUp === 'open') return { by: 'anyone' }
    const codeHash = hashOf(invitation ?? '')
    // An invitation was made where the server runs, so it needs no other proof.
    if (invitation && store.findCode(codeHash, 'invitation', clock.now()))
      return { by: 'invitation', codeHash }
    return signUp === 'first' && store.count() === 0 ? { by: 'being_first' } : undefined
  }

  return {
    find: (id: string) => store.byId(id),

    /** Why this browser may sign up; undefined when it may not. */
    signUpFor: (invitation?: string): Admission['by'] | undefined => admission(invitation)?.by,

    isEmpty: () => store.count() === 0,

    /**
     * What the first person needs to create an account from another machine, so that nobody else on the network gets
     * there first. Another one after each start; undefined when nobody needs it.
     */
    firstAccountCode: () => (admission(undefined)?.by === 'being_first' ? firstAccountCode : undefined),

    /**
     * @param address IP address of the request
     * @param device the id of a browser that has signed in to this account before
     * @throws FormError, Refusal too_many_requests
     */
    async signIn(
      form: { email: string; password: string },
      address: string,
      device?: string,
    ): Promise<Account> {
      const email = normalEmail(form.email)
      throttle.begin(email, address, device)
      const account = store.byEmail(email)
      // No account has a longer password; it is cut, not refused, so that the time taken reveals nothing.
      const password = form.password.slice(0, LONGEST_PASSWORD + 1)
      if (!(await passwords.matches(password, account?.passwordHash)) || !account) {
        throw new FormError({ form: 'wrong_sign_in' })
      }
      // Who knows the password must not get a new set of attempts at the second factor with it.
      if (options.factors.app(account.id)) throttle.undo(email, address, device)
      else throttle.succeed(email, address, device)
      return account
    },

    /** @throws FormError, Refusal too_many_requests */
    async signUp(form: SignUpForm, { address, isThisMachine }: Sender): Promise<Account> {
      const email = normalEmail(form.email)
      const entry = admission(form.invitation)
      if (!entry) throw closed()
      if (entry.by === 'being_first' && !isThisMachine) checkCode(form.code, address)
      const errors = { ...emailError(email), ...(await passwordError(form.password, email)) }
      if (errors.email || errors.password) throw new FormError(errors)

      throttle.begin(email, address)
      const account: Account = {
        id: randomUUID(),
        email,
        passwordHash: await passwords.hash(form.password),
        createdAt: clock.now(),
      }
      const outcome = store.add(account, entry)
      if (outcome === 'email_taken') {
        throw new FormError({ email: 'email_taken' })
      }
      if (outcome !== 'added') throw closed()
      firstAccountCode = undefined
      throttle.succeed(email, address)
      return account
    },

    erase,

    /** Deletes an account permanently, and ends its sessions, also one that begins meanwhile. */
    async remove(id: string) {
      await options.endAllSessions(id)
      erase(id)
      await options.endAllSessions(id)
    },

    findByEmail: (email: string) => store.byEmail(normalEmail(email)),

    /**
     * Changes the address that an account signs in with. Its sessions end, because their tokens name the old one.
     * @throws FormError
     */
    changeEmail: (account: Account, next: string) => setEmail(account, next),

    /**
     * The same, by the owner, whose own session goes on.
     * @throws FormError, Refusal proof_refused, too_many_requests
     */
    async changeOwnEmail(owner: Owner, { password, email }: { password: string; email: string }) {
      const account = await authenticated(owner, password)
      return setEmail(account, email, owner.sessionId)
    },

    /**
     * Changes a password; the owner's other sessions end, and links for choosing one stop working.
     * @throws FormError, Refusal proof_refused, too_many_requests
     */
    async changePassword(owner: Owner, { password, next }: { password: string; next: string }) {
      const account = await authenticated(owner, password)
      const errors = await passwordError(next, account.email)
      if (errors.password) throw new FormError(errors)
      const isChanged = store.changePassword(account.id, account.passwordHash, await passwords.hash(next))
      if (!isChanged) throw wrongPassword()
      await options.endAllSessions(account.id, owner.sessionId)
      throttle.reset(account.email)
    },

    /**
     * Makes an account for what a removed one has left.
     * @param id of the removed account
     * @returns a code to choose its password
     * @throws FormError
     */
    async restore(id: string, address: string) {
      const email = normalEmail(address)
      const errors = emailError(email)
      if (errors.email) throw new FormError(errors)
      const nobodyKnows = randomBytes(32).toString('base64url')
      const passwordHash = await passwords.hash(nobodyKnows)
      const outcome = store.add({ id, email, passwordHash, createdAt: clock.now() }, { by: 'anyone' })
      if (outcome !== 'added') throw new FormError({ email: 'email_taken' })
      return newCode('reset', id, RESET_HOURS)
    },

    list: () => store.all().map(({ id, email, createdAt }) => ({ id, email, createdAt })),

    /** A code with which one person can create an account within a week. */
    invite: () => newCode('invitation', null, INVITATION_DAYS * 24),

    /** A code to choose a new password within an hour; undefined when no account has this e-mail. */
    startReset(email: string) {
      const account = store.byEmail(normalEmail(email))
      return account && newCode('reset', account.id, RESET_HOURS)
    },

    /**
     * Removes the authenticator app, the recovery codes and the passkeys of an account, for somebody who has lost them,
     * and ends its sessions. The person is told at the next sign-in.
     * @returns whether there were any
     */
    async resetFactors({ id, email }: Account): Promise<boolean> {
      const isReset = options.factors.removeAll(id, { kind: 'factors_reset', at: clock.now() })
      if (!isReset) return false
      await options.endAllSessions(id)
      throttle.reset(email)
      return true
    },

    resetFor,

    /** @throws FormError, Refusal not_found */
    async reset(code: string, password: string): Promise<Account> {
      const gone = () =>
        new Refusal(
          'not_found',
          say(({ refusals }) => refusals.linkUsed),
        )
      const account = resetFor(code)
      if (!account) throw gone()
      const errors = await passwordError(password, account.email)
      if (errors.password) throw new FormError(errors)
      const changed = store.resetPassword(hashOf(code), await passwords.hash(password), clock.now())
      if (!changed) throw gone()
      await options.endAllSessions(changed.id)
      throttle.reset(changed.email)
      return changed
    },
  }

  /**
   * The account of somebody who is signed in and has given the password again.
   * @throws Refusal proof_refused, too_many_requests
   */
  async function authenticated({ id, sessionId, address }: Owner, password: string): Promise<Account> {
    const account = store.byId(id)
    if (!account) throw wrongPassword()
    throttle.begin(account.email, address, sessionId)
    if (!(await passwords.matches(password.slice(0, LONGEST_PASSWORD + 1), account.passwordHash)))
      throw wrongPassword()
    throttle.succeed(account.email, address, sessionId)
    return account
  }

  async function setEmail({ id, email: old }: Account, next: string, except?: string): Promise<string> {
    const email = normalEmail(next)
    const errors = emailError(email)
    if (errors.email) throw new FormError(errors)
    if (store.setEmail(id, email) === 'email_taken') throw new FormError({ email: 'email_taken' })
    await options.endAllSessions(id, except)
    for (const address of [old, email]) throttle.reset(address)
    return email
  }

  /** @throws FormError, Refusal too_many_requests */
  function checkCode(typed: string, address: string) {
    throttle.beginCode(address)
    if (firstAccountCode === undefined || !isSameCode(typed, firstAccountCode)) {
      throw new FormError({ code: 'wrong_code' })
    }
    throttle.succeedWithCode(address)
  }

  /** Deletes an account permanently; the caller ends its sessions. */
  function erase(id: string) {
    const account = store.byId(id)
    store.remove(id)
    if (account) throttle.reset(account.email)
  }

  /** The account whose password the code resets; undefined when it is wrong, used or expired. */
  function resetFor(code: string) {
    const found = store.findCode(hashOf(code), 'reset', clock.now())
    return found?.accountId ? store.byId(found.accountId) : undefined
  }

  function newCode(purpose: Code['purpose'], accountId: string | null, hours: number) {
    const code = randomBytes(24).toString('base64url')
    const expiresAt = new Date(clock.now().getTime() + hours * 3_600_000)
    store.addCode({ hash: hashOf(code), purpose, accountId, expiresAt }, clock.now())
    return { code, expiresAt }
  }
}

const wrongPassword = () =>
  new Refusal(
    'proof_refused',
    say(({ identity }) => identity.wrongPassword),
  )

const closed = () => new FormError({ form: 'sign_up_closed' })

/** Codes are long and random, so a plain hash is enough: whoever reads the database cannot use it. */
const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url')

const normalEmail = (email: string) => email.trim().normalize('NFC').toLowerCase()

function emailError(email: string): FieldErrors {
  const looksRight =
    email.length <= LONGEST_EMAIL && /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/.test(email)
  return looksRight ? {} : { email: 'no_email' }
}

/**
 * Length makes a password strong; rules about its characters do not (NIST SP 800-63B, 3.1.1.2). Asked where a password is
 * chosen and not where it is used, so that those of earlier releases go on working.
 */
async function passwordError(password: string, email: string): Promise<FieldErrors> {
  if ([...password].length < SHORTEST_PASSWORD) return { password: 'too_short' }
  if (password.length > LONGEST_PASSWORD) return { password: 'too_long' }
  if (isOfAddress(password, email)) return { password: 'same_as_email' }
  if (isOfProduct(password) || (await isCommon(password))) return { password: 'too_common' }
  return {}
}
