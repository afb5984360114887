import { isIP } from 'node:net'
import type { NewCredential, UsedCredential } from './credentials.ts'
import type { Passkey } from './ports.ts'

/** Why browsers offer no passkeys at an address: they want https, and a name instead of an IP address. */
export type AddressProblem = 'plain_http' | 'ip_address'

/** Ed25519, P-256 with SHA-256, RSA with SHA-256. */
const ALGORITHMS = [-8, -7, -257]
const NAME = 'Malaysian Tax Tracker'

/** Loaded when somebody uses a passkey: it takes half a second. */
const library = () => import('@simplewebauthn/server')

export function addressProblemOf(publicUrl: string): AddressProblem | undefined {
  const { protocol, hostname } = new URL(publicUrl)
  if (isIP(hostname.replace(/[[\]]/g, ''))) return 'ip_address'
  const isSecure = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
  return isSecure ? undefined : 'plain_http'
}

/** WebAuthn for the name in PUBLIC_URL. The caller makes the challenges, and uses each up. */
export function createRelyingParty(publicUrl: string) {
  const { origin, hostname: rpID } = new URL(publicUrl)
  const challengeBytes = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'))

  return {
    /** What a browser needs to make a passkey that signs in by itself. */
    async creationOptions(
      account: { id: string; email: string },
      challenge: string,
      known: readonly Passkey[],
    ) {
      const { generateRegistrationOptions } = await library()
      return generateRegistrationOptions({
        rpName: NAME,
        rpID,
        userName: account.email,
        userDisplayName: account.email,
        userID: new Uint8Array(Buffer.from(account.id)),
        challenge: challengeBytes(challenge),
        attestationType: 'none',
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
      })
    },

    /** @param allowed the passkeys of one account; empty: whichever the person picks */
    async requestOptions(challenge: string, allowed: readonly Passkey[]) {
      const { generateAuthenticationOptions } = await library()
      return generateAuthenticationOptions({
        rpID,
        challenge: challengeBytes(challenge),
        userVerification: 'required',
        allowCredentials: allowed.map(({ id, transports }) => ({ id, transports })),
      })
    },

    /**
     * The passkey that was made; undefined where anything about it is not as it has to be.
     * @param useChallenge whether the challenge was one of this server's, which it is no longer
     */
    async created(credential: NewCredential, useChallenge: (challenge: string) => boolean) {
      const { verifyRegistrationResponse } = await library()
      const result = await verifyRegistrationResponse({
        response: { ...credential, clientExtensionResults: {} } as Parameters<
          typeof verifyRegistrationResponse
        >[0]['response'],
        expectedChallenge: useChallenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(refused)
      if (!result?.verified) return undefined
      const { id, publicKey, counter } = result.registrationInfo.credential
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
    },

    /** The new counter of a passkey that was used; undefined where anything about it is not as it has to be. */
    async used(
      credential: UsedCredential,
      passkey: Passkey,
      useChallenge: (challenge: string) => boolean,
    ): Promise<{ counter: number } | undefined> {
      const { verifyAuthenticationResponse } = await library()
      const result = await verifyAuthenticationResponse({
        response: { ...credential, clientExtensionResults: {} } as Parameters<
          typeof verifyAuthenticationResponse
        >[0]['response'],
        expectedChallenge: useChallenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: {
          id: passkey.id,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      }).catch(refused)
      return result?.verified ? { counter: result.authenticationInfo.newCounter } : undefined
    },
  }
}

export type RelyingParty = ReturnType<typeof createRelyingParty>

/** The library throws for whatever a browser or somebody in its place got wrong; a failing store is not that. */
function refused(error: Error): undefined {
  if (error.name.startsWith('Storage')) throw error
  return undefined
}
