import { z } from 'zod'

export const passkeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    addedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Passkey' })

export const factorsSchema = z
  .object({
    here: z.boolean().meta({
      description: 'Whether this server keeps them. If not, the sign-in service does, and the rest is empty',
    }),
    authenticatorApp: z
      .object({
        addedAt: z.iso.datetime(),
        recoveryCodesLeft: z.int().meta({ description: 'Recovery codes that were not used' }),
      })
      .nullable()
      .meta({ description: 'Whose code is asked for after the password; null: the password is enough' }),
    passkeys: z.array(passkeySchema).meta({ description: 'Each signs in by itself. Oldest first' }),
    noPasskeys: z
      .enum(['plain_http', 'ip_address'])
      .nullable()
      .meta({ description: 'Why browsers offer no passkeys at the address of this server; null: they do' }),
  })
  .meta({ id: 'Factors', description: 'What an account is signed in to with besides its password' })
