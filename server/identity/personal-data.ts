import type { Clock } from '../clock.ts'
import { jsonFile, type Person, type PersonalData } from '../personal-data.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'

/** Accounts stored on this server. */
export interface OwnAccounts {
  find(id: string): { email: string; createdAt: Date } | undefined
  erase(id: string): void
}

/** What local accounts are signed in to with besides the password. */
export interface OwnFactors {
  of(accountId: string): {
    app: { addedAt: Date } | undefined
    recoveryCodesLeft: number
    passkeys: readonly { name: string; addedAt: Date; lastUsedAt: Date | undefined }[]
  }
}

interface Deps {
  /** Undefined when an outside provider stores them. */
  accounts: OwnAccounts | undefined
  factors: OwnFactors | undefined
  provider: IdentityProvider
  revocations: Revocations
  sessions: SessionStore
  clock: Clock
}

/** A person's account and sessions. */
export function createIdentityData(deps: Deps): PersonalData {
  const { accounts, factors, provider, revocations, sessions, clock } = deps
  return {
    async holdings({ sub }) {
      const found = await sessions.list(sub, clock.now())
      return { counts: { sessions: found.length }, retainUntil: null, lockedUntil: null }
    },

    async *files(person) {
      yield jsonFile('account.json', accountOf(person))
      const open = await sessions.list(person.sub, clock.now())
      const damaged = open.filter((session) => session.damaged)
      yield {
        ...jsonFile('sessions.json', open),
        damaged: damaged.map(({ id }) => ({ kind: 'session', id })),
      }
    },

    /** Signs the person out everywhere first, so that tokens which still verify are refused even if the provider fails. */
    async erase({ sub, username }) {
      const open = await sessions.list(sub, clock.now())
      await revocations.endEverywhere(sub)
      const isEnded = await endedAtProvider({ sub, username })
      for (const { id } of open) await revocations.endSession(id, isEnded)
      await sessions.removeAll(sub)
      accounts?.erase(sub)
    },
  }

  function accountOf({ sub, username }: Person) {
    const account = accounts?.find(sub)
    if (!account) return { sub, username, email: null, createdAt: null }
    return {
      sub,
      username,
      email: account.email,
      createdAt: account.createdAt.toISOString(),
      ...(factors && { secondLock: secondLockOf(factors.of(sub)) }),
    }
  }

  async function endedAtProvider(person: Person) {
    if (!provider.signOutEverywhere) return false
    return provider.signOutEverywhere({ sub: person.sub, username: person.username }).then(
      () => true,
      // The sessions' rows then last as long as their refresh tokens.
      () => false,
    )
  }
}

/** Without the keys themselves: whoever finds the export must not sign in with it. */
function secondLockOf({ app, recoveryCodesLeft, passkeys }: ReturnType<OwnFactors['of']>) {
  return {
    authenticatorApp: app ? { addedAt: app.addedAt.toISOString(), recoveryCodesLeft } : null,
    passkeys: passkeys.map(({ name, addedAt, lastUsedAt }) => ({
      name,
      addedAt: addedAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  }
}
