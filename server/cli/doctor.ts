import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Config, ConfigError, loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { type Check, failure, fine } from '../finding.ts'
import { examine } from '../operations/doctor/examine.ts'
import { countOf, type Report, toJson, toText } from '../operations/doctor/report.ts'
import { checkVariables, variablesOf } from '../operations/doctor/variables.ts'
import { print, runCommand, UsageError } from './command.ts'
import { checksOf } from './doctor/checks.ts'

const HELP = `Checks this installation and prints how to fix what is wrong. It changes nothing, and can run beside a server.

usage: npm run doctor [-- --json]

  --json  one object on standard output:
            { "shape": { identity, storage, reader } or null,
              "variables": [{ name, from: "shell" or ".env", value, hidden? }]  (secrets masked),
              "findings": [{ topic, severity: "ok", "warning" or "error", message, fix? }],
              "summary": { ok, warning, error } }
  --help  this text

exit status: 0 no errors, 1 errors, 2 wrong usage
`

await runCommand(async () => {
  const { json, help } = readArguments()
  if (help) {
    print(HELP.trimEnd())
    return 0
  }
  const report = await look()
  print(json ? toJson(report) : toText(report))
  return countOf(report.findings, 'error') > 0 ? 1 : 0
})

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    return values
  } catch {
    throw new UsageError('usage: npm run doctor [-- --json] (--help tells more)')
  }
}

async function look(): Promise<Report> {
  const envFile = readEnvFile()
  const envMode = await stat('.env').then(
    ({ mode }) => (process.platform === 'win32' ? undefined : mode),
    () => undefined,
  )
  const variables: Check = {
    topic: 'variables',
    run: async () => checkVariables(process.env, envFile, envMode),
  }
  const { config, check } = configuration(envFile)
  const findings = await examine([variables, check, ...(config ? checksOf(config) : [])])
  const shape = config && {
    identity: config.identity.kind,
    storage: config.storage.kind,
    reader: config.reader.kind,
  }
  return { shape: shape ?? null, variables: variablesOf(process.env, envFile), findings }
}

function configuration(envFile: string): { config: Config | undefined; check: Check } {
  const topic = 'configuration'
  try {
    const config = loadConfig(process.env, envFile)
    return { config, check: { topic, run: async () => [fine('complete and consistent')] } }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const findings = error.problems.map(({ name, problem }) =>
      failure(`${name} ${problem}`, `set ${name} in the shell or in .env; see .env.example`),
    )
    return { config: undefined, check: { topic, run: async () => findings } }
  }
}
