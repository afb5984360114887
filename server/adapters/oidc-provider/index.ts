import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IdentityProvider } from '../../identity/ports.ts'
import { cognitoTokens } from '../../identity/token-profiles.ts'
import { createInteractions } from './interactions.ts'
import { providerPages } from './pages/routes.ts'
import { createProvider, MOUNT, type ProviderOptions, SCOPE } from './provider.ts'
import { providerEndpoints } from './routes.ts'

export type LocalProviderOptions = ProviderOptions & {
  endSession(sessionId: string): Promise<void>
  signOutEverywhere(sub: string): Promise<void>
  isFromThisMachine(request: FastifyRequest): boolean
  /** Where a browser is redirected after signing out. */
  logoutUri: string
}

/** The OpenID provider inside this process: its routes, and how the rest of the server reaches it. */
export function createLocalProvider(options: LocalProviderOptions) {
  const { publicUrl, client, accounts, isFromThisMachine } = options
  const provider = createProvider(options)
  const interactions = createInteractions(provider)
  let socket: string | undefined

  const identityProvider: IdentityProvider = {
    discovery: new URL(`${publicUrl}${MOUNT}/.well-known/openid-configuration`),
    clientId: client.id,
    clientSecret: client.secret,
    scope: SCOPE,
    tokens: cognitoTokens(client.id),
    // PUBLIC_URL may be a proxy or a mapped port that this machine cannot reach, so requests go to the socket.
    async fetch(url, init) {
      if (!socket) throw new Error('the server is not listening yet')
      const { pathname, search } = new URL(url)
      return fetch(`${socket}${pathname}${search}`, init)
    },
    async logoutUrl(backTo) {
      const query = new URLSearchParams({ client_id: client.id, logout_uri: backTo })
      return `${publicUrl}${MOUNT}/logout?${query}`
    },
    endSession: options.endSession,
    signOutEverywhere: ({ sub }) => options.signOutEverywhere(sub),
  }

  async function routes(app: FastifyInstance) {
    app.addHook('onListen', async () => {
      socket = originOf(app.server.address())
    })
    await providerPages(app, {
      interactions,
      accounts,
      publicUrl,
      isFromThisMachine,
      clientId: client.id,
      afterLogout: options.logoutUri,
    })
    await providerEndpoints(app, provider, publicUrl)
  }

  return { identityProvider, routes }
}

/** The origin at which this machine reaches its own socket, whatever address it listens on. */
function originOf(address: AddressInfo | string | null) {
  if (!address || typeof address === 'string') return undefined
  const { address: ip, port, family } = address
  if (ip === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (ip === '::') return `http://[::1]:${port}`
  return family === 'IPv6' ? `http://[${ip}]:${port}` : `http://${ip}:${port}`
}
