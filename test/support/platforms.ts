import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, type StartOptions, startApp, type TestApp } from './app.ts'
import { type AppClient, type Cognito, type Options, startCognito } from './cognito/index.ts'
import { cognitoSettings, ownClient } from './cognito/settings.ts'

export { CLIENT_ID, SPA_CLIENT_ID } from './cognito/settings.ts'

export interface CognitoStartOptions extends StartOptions {
  cognito?: Partial<Options>
  /** More app clients of the pool. */
  clients?: AppClient[]
  /** The server's own client has no secret. */
  publicClient?: boolean
}

export type CognitoApp = TestApp & { cognito: Cognito }

/** The whole server with the Cognito look-alike as identity provider; everything else is local. */
export async function startCognitoApp(options: CognitoStartOptions = {}): Promise<CognitoApp> {
  const port = await freePort()
  const publicUrl = options.env?.PUBLIC_URL ?? `http://127.0.0.1:${port}`
  const own = ownClient(publicUrl, options.publicClient)
  const cognito = await startCognito({ ...options.cognito, clients: [own, ...(options.clients ?? [])] })
  try {
    const app = await startApp({
      ...options,
      env: {
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        ...cognitoSettings(cognito, own),
        ...options.env,
      },
    })
    return {
      ...app,
      cognito,
      async close() {
        await app.close()
        await cognito.close()
      },
    }
  } catch (error) {
    await cognito.close()
    throw error
  }
}

/** An identity provider that the same tests run against. */
export interface Platform {
  name: string
  start(options?: StartOptions): Promise<TestApp & { cognito?: Cognito }>
  /** Seconds for which an exchanged refresh token still works; undefined: tokens are not exchanged. */
  grace: number | undefined
  /** Whether the provider ends the whole session when an exchanged refresh token is used again. */
  endsOnReuse: boolean
}

export const platforms: Platform[] = [
  { name: 'the local provider', start: startApp, grace: 10, endsOnReuse: true },
  { name: 'Cognito', start: startCognitoApp, grace: undefined, endsOnReuse: false },
  {
    name: 'Cognito with rotation',
    start: (options) => startCognitoApp({ ...options, cognito: { rotation: { graceSeconds: 10 } } }),
    grace: 10,
    endsOnReuse: false,
  },
]

/** The private key a provider's access tokens are signed with. */
export function signingKeyOf(app: TestApp & { cognito?: Cognito }): KeyObject {
  if (app.cognito) return app.cognito.tokens.signingKey('access').key
  const text = readFileSync(join(app.dataDir, 'keys', 'access-token-key.json'), 'utf8')
  return createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
}

/** Signs tokens as the provider would, with the header of `token` and another payload. */
export function signerOf(app: TestApp & { cognito?: Cognito }, token: string) {
  const key = signingKeyOf(app)
  const [header] = token.split('.')
  return (payload: object) => {
    const text = `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
  }
}
