import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Factors } from '../../identity/local/factors/index.ts'
import type { KnownDevices } from '../../identity/local/known-devices.ts'
import type { IdentityProvider } from '../../identity/ports.ts'
import type { Sealing } from '../../identity/sealing.ts'
import { cognitoTokens } from '../../identity/token-profiles.ts'
import type { Interactions } from './interactions.ts'
import { MOUNT, SCOPE } from './names.ts'
import { providerPages } from './pages/routes.ts'
import type { ProviderOptions } from './provider.ts'
import { providerEndpoints } from './routes.ts'

export type LocalProviderOptions = ProviderOptions & {
  endSession(sessionId: string): Promise<void>
  signOutEverywhere(sub: string): Promise<void>
  factors: Factors
  /** Seals what a sign-in is waiting for. */
  secondSteps: Sealing
  knownDevices: KnownDevices
  isFromThisMachine(request: FastifyRequest): boolean
  /** Where a browser is redirected after signing out. */
  logoutUri: string
}

/** The OpenID provider inside this process: its routes, and how the rest of the server reaches it. */
export function createLocalProvider(options: LocalProviderOptions) {
  const { publicUrl, client, accounts, isFromThisMachine } = options
  let engine: ReturnType<typeof openEngine> | undefined
  const opened = () => {
    engine ??= openEngine(options)
    return engine
  }
  const interactions: Interactions = {
    waitingFor: async (exchange) => (await opened()).interactions.waitingFor(exchange),
    finish: async (exchange, account) => (await opened()).interactions.finish(exchange, account),
    signOut: async (exchange) => (await opened()).interactions.signOut(exchange),
  }
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
      factors: options.factors,
      secondSteps: options.secondSteps,
      clock: options.clock,
      publicUrl,
      knownDevices: options.knownDevices,
      securityLog: options.securityLog,
      isFromThisMachine,
      clientId: client.id,
      afterLogout: options.logoutUri,
    })
    await providerEndpoints(app, async (...exchange) => (await opened()).answer(...exchange), publicUrl)
  }

  return { identityProvider, routes }
}

/** Loaded when somebody signs in: the library takes as long to load as the rest of the server. */
async function openEngine(options: ProviderOptions) {
  const [{ createInteractions }, { createProvider }] = await Promise.all([
    import('./interactions.ts'),
    import('./provider.ts'),
  ])
  const provider = createProvider(options)
  return { answer: provider.callback(), interactions: createInteractions(provider) }
}

/** The origin at which this machine reaches its own socket, whatever address it listens on. */
function originOf(address: AddressInfo | string | null) {
  if (!address || typeof address === 'string') return undefined
  const { address: ip, port, family } = address
  if (ip === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (ip === '::') return `http://[::1]:${port}`
  return family === 'IPv6' ? `http://[${ip}]:${port}` : `http://${ip}:${port}`
}
