import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Config, ConfigError, loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { ownAddresses } from '../config/own-addresses.ts'
import { type Check, failure, fine } from '../finding.ts'
import { examine } from '../operations/doctor/examine.ts'
import { repair } from '../operations/doctor/repair.ts'
import { countOf, type Report, toJson, toText } from '../operations/doctor/report.ts'
import { checkVariables, variablesOf } from '../operations/doctor/variables.ts'
import { print, runCommand, UsageError } from './command.ts'
import { checksOf } from './doctor/checks.ts'
import { planOf } from './doctor/plan.ts'

const HELP = `Checks this installation and prints how to fix what is wrong. It can run beside a server. Without --repair it changes
nothing.

usage: npm run doctor [-- [--json] [--records] | --repair [--yes]]

  --json    one object on standard output:
            { "shape": { identity, storage, reader } or null,
              "variables": [{ name, from: "shell" or ".env", value, hidden? }]  (secrets masked),
              "findings": [{ topic, severity: "ok", "warning" or "error", message, fix? }],
              "summary": { ok, warning, error } }
  --records reads every record in the tables (STORAGE=aws) and lists those that cannot be read, each with a fix. It
            needs dynamodb:Scan and costs read units. Records of the data folder are always checked.
  --repair  creates what is missing of the tables and the bucket (STORAGE=aws): tables, indexes, expiry, encryption,
            the block of public access, versions. Prints what it will do and asks first. It deletes nothing, and does
            not change the keys of an existing table or index. If it is interrupted, run it again.
  --yes     does not ask
  --help    this text

exit status: 0 no errors (--repair: nothing left to repair), 1 errors, 2 wrong usage
`

await runCommand(async () => {
  const { json, records = false, help, repair: repairs, yes } = readArguments()
  if (help) {
    print(HELP.trimEnd())
    return 0
  }
  if (repairs) return (await runRepair(yes === true)) ? 0 : 1
  const report = await examineAll(records)
  print(json ? toJson(report) : toText(report))
  return countOf(report.findings, 'error') > 0 ? 1 : 0
})

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean' },
        records: { type: 'boolean' },
        repair: { type: 'boolean' },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const examines = values.json || values.records
    if (!(examines && values.repair) && !(values.yes && !values.repair)) return values
  } catch {
    // Reported below.
  }
  throw new UsageError('usage: npm run doctor [-- [--json] [--records] | --repair [--yes]] (--help explains)')
}

async function examineAll(readsTables: boolean): Promise<Report> {
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
  const findings = await examine([variables, check, ...(config ? checksOf(config, readsTables) : [])])
  const shape = config && {
    identity: config.identity.kind,
    storage: config.storage.kind,
    reader: config.reader.kind,
  }
  return { shape: shape ?? null, variables: variablesOf(process.env, envFile), findings }
}

/** Resolves with whether nothing is left to repair. */
async function runRepair(yes: boolean): Promise<boolean> {
  const plan = await planOf(loadConfig(process.env, readEnvFile()))
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const confirm = yes ? async () => true : isTerminal ? askToGoOn : undefined
  return repair({ plan, print, confirm })
}

async function askToGoOn(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await terminal.question('Go on? [y/N] ')).trim())
  } finally {
    terminal.close()
  }
}

function configuration(envFile: string): { config: Config | undefined; check: Check } {
  const topic = 'configuration'
  try {
    const config = loadConfig(process.env, envFile, ownAddresses)
    return { config, check: { topic, run: async () => [fine('complete and consistent')] } }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const findings = error.problems.map(({ name, problem }) =>
      failure(`${name} ${problem}`, `set ${name} in the shell or in .env; see .env.example`),
    )
    return { config: undefined, check: { topic, run: async () => findings } }
  }
}
