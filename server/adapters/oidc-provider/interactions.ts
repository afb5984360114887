import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import type { Account } from '../../identity/local/ports.ts'

export interface Exchange {
  req: IncomingMessage
  res: ServerResponse
}

/** The provider's side of the sign-in pages. */
export function createInteractions(provider: Provider) {
  return {
    /** Whether this browser was sent here to sign in, and the sign-in has not expired. */
    async isWaiting({ req, res }: Exchange) {
      try {
        await provider.interactionDetails(req, res)
        return true
      } catch (error) {
        if (error instanceof errors.SessionNotFound) return false
        throw error
      }
    },

    /** Signs the browser in. Resolves to the address to redirect it to. */
    async finish({ req, res }: Exchange, account: Account) {
      const session = await provider.Session.get(provider.createContext(req, res))
      // Another person signed in meanwhile in another tab. Their session ends, or the two would mix.
      if (session.accountId && session.accountId !== account.id) await session.destroy()
      return provider.interactionResult(req, res, { login: { accountId: account.id } })
    },

    /** Ends the browser's session at the provider. */
    async signOut({ req, res }: Exchange) {
      const session = await provider.Session.get(provider.createContext(req, res))
      if (session.accountId) await session.destroy()
    },
  }
}

export type Interactions = ReturnType<typeof createInteractions>
