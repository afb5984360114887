import { z } from 'zod'

/** @param most signs */
const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/)

/** At most 1,023 bytes (WebAuthn, 4). */
const id = base64url(1_364).min(1)
const type = z.literal('public-key')

/** What a browser returns for a new passkey, as far as it is looked at. */
export const newCredentialSchema = z
  .object({
    id,
    rawId: id,
    type,
    response: z.object({
      clientDataJSON: base64url(8_000),
      attestationObject: base64url(64_000),
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  })
  .meta({
    id: 'NewCredential',
    description: 'A new passkey as `PublicKeyCredential.toJSON()` of the browser gives it',
  })

/** What a browser returns for a passkey that was used, as far as it is looked at. */
export const usedCredentialSchema = z
  .object({
    id,
    rawId: id,
    type,
    response: z.object({
      clientDataJSON: base64url(8_000),
      authenticatorData: base64url(8_000),
      signature: base64url(2_000),
      userHandle: base64url(100).nullish(),
    }),
  })
  .meta({
    id: 'UsedCredential',
    description: 'A passkey that was used, as `PublicKeyCredential.toJSON()` of the browser gives it',
  })

export type NewCredential = z.output<typeof newCredentialSchema>
export type UsedCredential = z.output<typeof usedCredentialSchema>
