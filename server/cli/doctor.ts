import { stat } from 'node:fs/promises'
import { type Config, ConfigError, loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { ownAddresses } from '../config/own-addresses.ts'
import { type Check, failure, fine } from '../finding.ts'
import { examine } from '../operations/doctor/examine.ts'
import { repair } from '../operations/doctor/repair.ts'
import { countOf, type Report, toJson, toText } from '../operations/doctor/report.ts'
import { checkVariables, variablesOf } from '../operations/doctor/variables.ts'
import { asker } from './ask.ts'
import { checksOf } from './doctor/checks.ts'
import { planOf } from './doctor/plan.ts'
import { print } from './output.ts'
import { EXIT } from './usage-error.ts'

interface DoctorOptions {
  json?: boolean | undefined
  records?: boolean | undefined
  repair?: boolean | undefined
  yes?: boolean | undefined
}

/** Checks this installation, or repairs it. */
export async function doctor({
  json,
  records = false,
  repair: repairs,
  yes,
}: DoctorOptions): Promise<number> {
  if (repairs) return (await runRepair(yes === true)) ? EXIT.ok : EXIT.failed
  const report = await examineAll(records)
  print(json ? toJson(report) : toText(report))
  return countOf(report.findings, 'error') > 0 ? EXIT.failed : EXIT.ok
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
  const ask = asker()
  const confirm = yes ? async () => true : ask && (() => ask('Go on?'))
  return repair({ plan, print, confirm })
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
