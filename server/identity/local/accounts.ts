import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import type { Guessing } from './guessing.ts'
import type { Passwords } from './passwords.ts'
import type { Account, AccountStore, Admission, Code } from './ports.ts'

const INVITATION_DAYS = 7
const RESET_HOURS = 1
const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 1000
const LONGEST_EMAIL = 254

/** What is wrong with the fields of a form, in words for the person who filled it in. */
export type FieldErrors = { form?: string; email?: string; password?: string }

export class FormError extends Error {
  override name = 'FormError'
  readonly fields: FieldErrors
  constructor(fields: FieldErrors) {
    super('the form has errors')
    this.fields = fields
  }
}

export interface AccountsOptions {
  store: AccountStore
  passwords: Passwords
  guessing: Guessing
  clock: Clock
  /** Who may make an account: SIGN_UP. */
  signUp: 'first' | 'invite' | 'open'
  /** Ends every session of a person, at the provider and here. */
  endAllSessions(accountId: string): Promise<void>
}

export type Accounts = ReturnType<typeof createAccounts>

/** The rules of the local accounts: who may sign in, who may make one, and how a password is chosen anew. */
export function createAccounts(options: AccountsOptions) {
  const { store, passwords, guessing, clock, signUp } = options

  /** Why this person may make an account, or undefined. */
  function admission(invitation: string | undefined): Admission | undefined {
    if (signUp === 'open') return { by: 'anyone' }
    if (signUp === 'first' && store.count() === 0) return { by: 'being_first' }
    if (!invitation) return undefined
    const codeHash = hashOf(invitation)
    return store.findCode(codeHash, 'invitation', clock.now()) && { by: 'invitation', codeHash }
  }

  return {
    find: (id: string) => store.byId(id),

    /** Whether the sign-up page has anything to offer, and to whom. */
    signUpFor: (invitation?: string): Admission['by'] | undefined => admission(invitation)?.by,

    isEmpty: () => store.count() === 0,

    /**
     * @param address where the request came from
     * @throws FormError, Refusal too_many_requests
     */
    async signIn(form: { email: string; password: string }, address: string): Promise<Account> {
      const email = normalEmail(form.email)
      guessing.start(email, address)
      const account = store.byEmail(email)
      // A longer password than anybody can have is not worth hashing, but must not be told apart by time.
      const password = form.password.slice(0, LONGEST_PASSWORD + 1)
      if (!(await passwords.matches(password, account?.passwordHash)) || !account) {
        throw new FormError({ password: 'The e-mail or the password is not right.' })
      }
      guessing.wasRight(email, address)
      return account
    },

    /** @throws FormError, Refusal too_many_requests */
    async signUp(
      form: { email: string; password: string; invitation: string | undefined },
      address: string,
    ): Promise<Account> {
      const email = normalEmail(form.email)
      const entry = admission(form.invitation)
      if (!entry) throw closed()
      const errors = { ...emailError(email), ...passwordError(form.password, email) }
      if (errors.email || errors.password) throw new FormError(errors)

      guessing.start(email, address)
      const account: Account = {
        id: randomUUID(),
        email,
        passwordHash: await passwords.hash(form.password),
        createdAt: clock.now(),
      }
      const outcome = store.add(account, entry)
      if (outcome === 'email_taken') {
        throw new FormError({ email: 'There is already an account with this e-mail. Sign in instead.' })
      }
      if (outcome !== 'added') throw closed()
      guessing.wasRight(email, address)
      return account
    },

    /** Takes an account away for good; its sessions are ended by whoever asks for this. */
    erase(id: string) {
      const account = store.byId(id)
      store.remove(id)
      if (account) guessing.forget(account.email)
    },

    list: () => store.all().map(({ id, email, createdAt }) => ({ id, email, createdAt })),

    /** A code that lets one person make an account within a week. */
    invite: () => newCode('invitation', null, INVITATION_DAYS * 24),

    /** A code to choose a new password within the hour; undefined when nobody has this e-mail. */
    startReset(email: string) {
      const account = store.byEmail(normalEmail(email))
      return account && newCode('reset', account.id, RESET_HOURS)
    },

    resetFor,

    /** @throws FormError, Refusal not_found */
    async reset(code: string, password: string): Promise<Account> {
      const gone = () => new Refusal('not_found', 'This link was used already or is too old.')
      const account = resetFor(code)
      if (!account) throw gone()
      const errors = passwordError(password, account.email)
      if (errors.password) throw new FormError(errors)
      const changed = store.resetPassword(hashOf(code), await passwords.hash(password), clock.now())
      if (!changed) throw gone()
      await options.endAllSessions(changed.id)
      guessing.forget(changed.email)
      return changed
    },
  }

  /** Whose password the code changes; undefined when it is wrong, used or too old. */
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

const closed = () =>
  new FormError({ form: 'An invitation is needed to make an account, and each works only once.' })

/** Codes are random and long, so a plain hash keeps them; who reads the database cannot use them. */
const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url')

const normalEmail = (email: string) => email.trim().normalize('NFC').toLowerCase()

function emailError(email: string): FieldErrors {
  const looksRight =
    email.length <= LONGEST_EMAIL && /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/.test(email)
  return looksRight ? {} : { email: 'Enter an e-mail address, such as aisyah@example.com.' }
}

/** Length is what makes a password strong (NIST SP 800-63B 3.1.1.2); rules about its signs do not. */
function passwordError(password: string, email: string): FieldErrors {
  if ([...password].length < SHORTEST_PASSWORD) {
    return {
      password: `That is too short. Use at least ${SHORTEST_PASSWORD} characters; a few words you like are fine.`,
    }
  }
  if (password.length > LONGEST_PASSWORD) {
    return { password: `Use at most ${LONGEST_PASSWORD} characters.` }
  }
  if (password.trim().toLowerCase() === email) {
    return { password: 'Choose something other than your e-mail address.' }
  }
  return {}
}
