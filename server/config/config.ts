import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { type SettingName, settings } from './settings.ts'

export type SetBy = 'shell' | '.env' | 'default'

export interface Config {
  listen: { host: string; port: number }
  /** The origin browsers use, e.g. http://localhost:8000. */
  publicUrl: string
  identity: { kind: 'local'; signUp: 'first' | 'invite' | 'open' }
  /** Absolute path of the folder all local data lies in. */
  storage: { kind: 'local'; dataDir: string }
  reader: { kind: 'local'; workers: number | undefined }
  /** Undefined: made on first start and kept with the data. */
  secretKey: string | undefined
  refreshTokenDays: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  setBy: Record<SettingName, SetBy>
}

export interface ConfigProblem {
  name: string
  problem: string
}

/** Everything that is wrong with the configuration, all at once. Never carries a secret's value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: ConfigProblem[]
  constructor(problems: ConfigProblem[]) {
    super(problems.map((p) => `${p.name}: ${p.problem}`).join('\n'))
    this.problems = problems
  }
}

const schema = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema])) as {
    [N in SettingName]: (typeof settings)[N]['schema']
  },
)

/**
 * @param shell the process environment; wins over the file
 * @param envFile the text of `.env`
 * @throws ConfigError with every problem found
 */
export function loadConfig(shell: Record<string, string | undefined>, envFile = ''): Config {
  const file = parseEnv(envFile)
  const values: Record<string, string> = {}
  const setBy = {} as Record<SettingName, SetBy>
  for (const name of Object.keys(settings) as SettingName[]) {
    // A blank variable counts as unset, so that a line of .env.example can be left as it is.
    const [value, by] = shell[name]?.trim() ? [shell[name], 'shell' as const] : [file[name], '.env' as const]
    if (value?.trim()) values[name] = value.trim()
    setBy[name] = value?.trim() ? by : 'default'
  }

  const parsed = schema.safeParse(values)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describe))
  const set = parsed.data
  return {
    listen: { host: set.HOST, port: set.PORT },
    publicUrl: set.PUBLIC_URL ?? `http://localhost:${set.PORT}`,
    identity: { kind: set.IDENTITY, signUp: set.SIGN_UP },
    storage: { kind: set.STORAGE, dataDir: resolve(set.DATA_DIR) },
    reader: { kind: set.READER, workers: set.READER_WORKERS },
    secretKey: set.SECRET_KEY,
    refreshTokenDays: set.REFRESH_TOKEN_DAYS,
    logLevel: set.LOG_LEVEL,
    setBy,
  }
}

function describe(issue: z.core.$ZodIssue): ConfigProblem {
  const name = String(issue.path[0]) as SettingName
  const problem =
    issue.code === 'invalid_value' ? `must be one of: ${issue.values.join(', ')}` : issue.message
  const { example } = settings[name]
  return { name, problem: example ? `${problem} (for example ${name}=${example})` : problem }
}
