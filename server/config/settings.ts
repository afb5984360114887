import { z } from 'zod'

/** One environment variable: what it is for, what it may be, and what it is when nobody sets it. */
export interface Setting<T extends z.ZodType = z.ZodType> {
  about: string
  schema: T
  /** Shown where it is unset, in .env.example and in error messages. */
  example: string
  secret?: boolean
}

const setting = <T extends z.ZodType>(s: Setting<T>) => s

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}`)

const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  ) {
    context.addIssue({ code: 'custom', message: 'must be an origin: http(s)://host or http(s)://host:port' })
    return z.NEVER
  }
  return url.origin
})

/** Every variable the server knows. `.env.example` is tested against this table. */
export const settings = {
  HOST: setting({
    about: 'The address to listen on. 127.0.0.1 is this machine only; 0.0.0.0 is every network it is on.',
    schema: z.string().min(1).default('127.0.0.1'),
    example: '127.0.0.1',
  }),
  PORT: setting({
    about: 'The port to listen on.',
    schema: wholeNumber(1, 65535).default(8000),
    example: '8000',
  }),
  PUBLIC_URL: setting({
    about:
      'Where browsers reach the server, when a proxy or a mapped port stands in front of it. Default: http://localhost:PORT.',
    schema: origin.optional(),
    example: 'https://tax.example.org',
  }),
  DATA_DIR: setting({
    about: 'The folder for the database, the receipts and the keys.',
    schema: z.string().min(1).default('./data'),
    example: './data',
  }),
  SIGN_UP: setting({
    about:
      'Who may make an account: only the first person (first), people with an invitation (invite), anyone (open). With "first", later people need an invitation too.',
    schema: z.enum(['first', 'invite', 'open']).default('first'),
    example: 'first',
  }),
  SECRET_KEY: setting({
    about:
      'Seals sign-in cookies: 32 or more random characters, e.g. from `openssl rand -hex 32`. Default: made on first start and kept in DATA_DIR.',
    schema: z.string().min(32, 'must be 32 or more random characters').optional(),
    example: '',
    secret: true,
  }),
  REFRESH_TOKEN_DAYS: setting({
    about: 'Days a person stays signed in without coming back.',
    schema: wholeNumber(1, 3650).default(30),
    example: '30',
  }),
  IDENTITY: setting({
    about: 'Who people are: an OpenID provider inside the server (local).',
    schema: z.enum(['local']).default('local'),
    example: 'local',
  }),
  STORAGE: setting({
    about: 'Where receipts and files are kept: under DATA_DIR (local).',
    schema: z.enum(['local']).default('local'),
    example: 'local',
  }),
  READER: setting({
    about: 'What reads the pictures: OCR on this machine (local).',
    schema: z.enum(['local']).default('local'),
    example: 'local',
  }),
  READER_WORKERS: setting({
    about:
      'Pictures read at the same time. Each takes one core and up to 1 GB. Default: by cores and memory.',
    schema: wholeNumber(1, 64).optional(),
    example: '2',
  }),
  LOG_LEVEL: setting({
    about: 'How much is logged.',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    example: 'info',
  }),
} satisfies Record<string, Setting>

export type SettingName = keyof typeof settings
