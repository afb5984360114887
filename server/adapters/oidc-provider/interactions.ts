import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import type { Account } from '../../identity/local/ports.ts'
import { CREATE } from './names.ts'

export interface Exchange {
  req: IncomingMessage
  res: ServerResponse
}

/** The provider's side of the sign-in pages. */
export function createInteractions(provider: Provider) {
  return {
    /** What this browser was sent here for; undefined: it was not, or the sign-in has expired. */
    async waitingFor({ req, res }: Exchange): Promise<'sign-in' | 'sign-up' | undefined> {
      try {
        const { prompt } = await provider.interactionDetails(req, res)
        return prompt.name === CREATE ? 'sign-up' : 'sign-in'
      } catch (error) {
        if (error instanceof errors.SessionNotFound) return undefined
        throw error
      }
    },

    /** Signs the browser in. Resolves to the address to redirect it to. */
    async finish({ req, res }: Exchange, account: Account) {
      const session = await provider.Session.get(provider.createContext(req, res))
      // Another person signed in meanwhile in another tab. Their session ends, or the two would mix.
      if (session.accountId && session.accountId !== account.id) await session.destroy()
      return provider.interactionResult(req, res, { login: { accountId: account.id }, [CREATE]: {} })
    },

    /** Ends the browser's session at the provider. */
    async signOut({ req, res }: Exchange) {
      const session = await provider.Session.get(provider.createContext(req, res))
      if (session.accountId) await session.destroy()
    },
  }
}

export type Interactions = ReturnType<typeof createInteractions>
