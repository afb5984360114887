import { z } from 'zod'
import { origin, origins, secureUrl, secureUrlAsWritten, wholeNumber } from '../formats.ts'
import { weaknessOf } from '../secret-key.ts'
import { type Setting, setting } from './setting.ts'

/** What nobody may guess. */
const random = z.string().superRefine((key, context) => {
  const weakness = weaknessOf(key)
  if (weakness) {
    context.addIssue({ code: 'custom', message: `${weakness}, e.g. from \`openssl rand -hex 32\`` })
  }
})

/** The process itself, how browsers reach it, and how long they stay signed in. */
export const serverSettings = {
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
      'Where browsers reach the server, when a proxy or a mapped port stands in front of it, or this machine has several addresses. Default: the origin of REDIRECT_URI, else http://localhost:PORT; where HOST opens the server to the network, the one address of this machine instead of localhost.',
    schema: origin.optional(),
    example: 'https://tax.example.org',
  }),
  TRUST_PROXY: setting({
    about:
      'How many proxies of yours stand in front of the server. Limits count by the address the outermost one saw; with too high a number anyone can pretend to be anywhere.',
    schema: wholeNumber(0, 10).default(0),
    example: '1',
  }),
  DATA_DIR: setting({
    about: 'The folder for the database, the receipts and the keys.',
    schema: z.string().min(1).default('./data'),
    example: './data',
  }),
  SECRET_KEY: setting({
    about:
      'Seals sign-ins on their way: 32 or more random characters, e.g. from `openssl rand -hex 32`. Default: made on first start and kept in DATA_DIR; IDENTITY=cognito and STORAGE=aws need it set.',
    schema: random.optional(),
    example: '',
    secret: true,
  }),
  SECRET_KEY_PREVIOUS: setting({
    about:
      'The SECRET_KEY before this one: opens what it sealed, and seals nothing. docs/operating.md says for how long to keep it.',
    schema: random.optional(),
    example: '',
    secret: true,
  }),
  REDIRECT_URI: setting({
    about:
      'Where the identity provider sends browsers back to; registered there as a callback URL. Default: PUBLIC_URL/auth/authorize.',
    schema: secureUrl
      .refine((url) => new URL(url).pathname === '/auth/authorize', 'must end in /auth/authorize')
      .optional(),
    example: 'https://tax.example.org/auth/authorize',
  }),
  LOGOUT_URI: setting({
    about:
      'Where a browser goes after signing out at the identity provider; registered there as a sign-out URL. Default: the origin of REDIRECT_URI and /.',
    schema: secureUrlAsWritten.optional(),
    example: 'https://tax.example.org/',
  }),
  REFRESH_TOKEN_DAYS: setting({
    about:
      'Days a person stays signed in without coming back. With IDENTITY=cognito, as long as the refresh token of the app client.',
    schema: wholeNumber(1, 3650).default(30),
    example: '30',
  }),
  SESSION_DAYS: setting({
    about:
      'Days after which a person signs in again however often they come, with IDENTITY=local. Another provider has a limit of its own.',
    schema: wholeNumber(1, 3650).default(30),
    example: '30',
  }),
  ALLOW_ORIGINS: setting({
    about:
      'Origins of other web pages that may call the API with a bearer token, separated by commas. Never with cookies.',
    schema: origins.default([]),
    example: 'https://spa.example.org',
  }),
  ACCESS_LOG: setting({
    about:
      'Whether each request is a line of the log: its id, method, route, status, time and network; no query strings, no names, no tokens.',
    schema: z.enum(['on', 'off']).default('off'),
    example: 'on',
  }),
  METRICS_TOKEN: setting({
    about:
      'Who may read /metrics, for Prometheus: a bearer token of 32 or more random characters. Without it there is no /metrics.',
    schema: random.optional(),
    example: '',
    secret: true,
  }),
  LOG_LEVEL: setting({
    about: 'How much is logged.',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    example: 'info',
  }),
} satisfies Record<string, Setting>
