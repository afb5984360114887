import { parseEnv } from 'node:util'
import { distance } from 'fastest-levenshtein'
import { settingNames, settings } from '../../config/settings.ts'
import { type Finding, fine, warning } from '../../finding.ts'

/** A variable that is set, and where. Secret values are masked. */
export interface Variable {
  name: string
  from: 'shell' | '.env'
  value: string
  /** The value in .env that the shell overrides. */
  hidden?: string
}

type Environment = Record<string, string | undefined>

/** The variables of this server that are set. */
export function variablesOf(shell: Environment, envFile: string): Variable[] {
  const file = parseEnv(envFile)
  return settingNames.flatMap((name): Variable[] => {
    const [inShell, inFile] = [shell[name]?.trim(), file[name]?.trim()]
    const shown = (text: string) => (isSecret(name) ? `(secret, ${text.length} characters)` : text)
    if (inShell) {
      const isHidden = inFile && inFile !== inShell
      return [{ name, from: 'shell', value: shown(inShell), ...(isHidden && { hidden: shown(inFile) }) }]
    }
    return inFile ? [{ name, from: '.env', value: shown(inFile) }] : []
  })
}

/** @param envMode file mode of `.env`; undefined when there is no such file */
export function checkVariables(shell: Environment, envFile: string, envMode: number | undefined): Finding[] {
  const variables = variablesOf(shell, envFile)
  return [
    ...variables.flatMap(({ name, value, hidden }) =>
      hidden === undefined
        ? []
        : [
            warning(
              `${name}=${value} in the shell overrides ${hidden} in .env`,
              `unset ${name}, or remove its line from .env`,
            ),
          ],
    ),
    ...unknownIn(envFile),
    ...readableSecrets(envFile, envMode),
    fine(
      variables.length === 0
        ? 'none is set: every default applies'
        : `${variables.length} set; the shell overrides .env`,
    ),
  ]
}

const isSecret = (name: string) => {
  const setting = Object.hasOwn(settings, name) ? settings[name as keyof typeof settings] : undefined
  return setting !== undefined && 'secret' in setting && setting.secret === true
}

function unknownIn(envFile: string): Finding[] {
  const known = new Set<string>(settingNames)
  const names = Object.keys(parseEnv(envFile)).filter((name) => !known.has(name))
  return names.map((name) => {
    if (name.startsWith('AWS_')) {
      return warning(
        `${name} is in .env, which the AWS SDK does not read`,
        `export ${name} in the shell, or use a profile or a role`,
      )
    }
    const [nearest] = settingNames.toSorted((a, b) => distance(a, name) - distance(b, name))
    const meant =
      nearest && distance(nearest, name) <= 3 ? `rename it to ${nearest}` : 'remove its line from .env'
    return warning(`${name} in .env is not a variable of this server`, meant)
  })
}

function readableSecrets(envFile: string, envMode: number | undefined): Finding[] {
  const file = parseEnv(envFile)
  const holdsSecret = settingNames.some((name) => isSecret(name) && file[name]?.trim())
  if (!holdsSecret || envMode === undefined || (envMode & 0o077) === 0) return []
  return [warning('.env contains secrets, and other users of this machine can read it', 'chmod 600 .env')]
}
