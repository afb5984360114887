// Runs the storage contracts on engines other than the stand-ins, which it fetches once into the folder ENGINES names.
// Skipped, with the reason, where Java, Maven or Python are missing or the engines cannot be fetched.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/app.ts'
import { awsEnvironment } from '../support/aws.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'

const DYNAMODB_LOCAL = '2.6.1'
const MOTO = 'moto[s3,server]>=5.1,<6'
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>engines</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.amazonaws</groupId>
      <artifactId>DynamoDBLocal</artifactId>
      <version>${DYNAMODB_LOCAL}</version>
    </dependency>
  </dependencies>
</project>
`
const folder = process.env.ENGINES ?? join(homedir(), '.cache', 'malaysian-tax-tracker', 'engines')
const NODE = [process.execPath, '--disable-warning=ExperimentalWarning'] as const

describe('engines other than the stand-ins', () => {
  const running: ChildProcess[] = []
  after(() => {
    for (const child of running) child.kill('SIGKILL')
  })

  test('DynamoDB Local keeps the contracts of the stores, and counts the units we compute', async (context) => {
    const jars = join(folder, `dynamodb-local-${DYNAMODB_LOCAL}`)
    const missing = missingOf('java', 'mvn') ?? fetchDynamoDbLocal(jars)
    if (missing) return context.skip(missing)
    const port = await freePort()
    const main = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner'
    const options = ['-Djava.library.path=.', '-cp', '*', main, '-inMemory', '-port', String(port)]
    const env = { AWS_ENDPOINT_URL_DYNAMODB: await start('java', options, jars, port) }
    passes([...NODE, '--test', 'test/contracts/stores.dynamodb.long.test.ts'], env)
    passes([...NODE, 'bench/aws-cost.ts'], env)
  })

  test('moto keeps the contract of the files', async (context) => {
    const venv = join(folder, 'moto')
    const missing = missingOf('python3') ?? fetchMoto(venv)
    if (missing) return context.skip(missing)
    const port = await freePort()
    const server = join(venv, 'bin', 'moto_server')
    const env = {
      AWS_ENDPOINT_URL_S3: await start(server, ['-H', '127.0.0.1', '-p', String(port)], folder, port),
    }
    passes([...NODE, '--test', 'test/contracts/file-store.s3.heavy.test.ts'], env)
  })

  /** Starts an engine and returns its address once it answers. */
  async function start(command: string, options: string[], cwd: string, port: number) {
    const child = spawn(command, options, { cwd, stdio: 'ignore' })
    running.push(child)
    const url = `http://127.0.0.1:${port}`
    for (let tried = 0; tried < 240; tried++, await wait(250)) {
      if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`)
      if (await fetch(url).catch(() => undefined)) return url
    }
    throw new Error(`${command} does not answer at ${url}`)
  }
})

/** Why a test cannot run: the programs this machine does not have. */
function missingOf(...programs: string[]): string | undefined {
  const absent = programs.filter((program) => spawnSync(program, ['--version']).error)
  return absent.length > 0 ? `${absent.join(' and ')} not installed` : undefined
}

function fetchDynamoDbLocal(jars: string): string | undefined {
  if (existsSync(join(jars, `DynamoDBLocal-${DYNAMODB_LOCAL}.jar`))) return undefined
  mkdirSync(jars, { recursive: true })
  const pom = join(jars, 'pom.xml')
  writeFileSync(pom, POM)
  const copy = ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]
  return succeeds('mvn', copy) ? undefined : 'DynamoDB Local cannot be fetched'
}

function fetchMoto(venv: string): string | undefined {
  const pip = join(venv, 'bin', 'pip')
  if (existsSync(join(venv, 'bin', 'moto_server'))) return undefined
  mkdirSync(folder, { recursive: true })
  const fetched = succeeds('python3', ['-m', 'venv', venv]) && succeeds(pip, ['install', '--quiet', MOTO])
  return fetched ? undefined : 'moto cannot be fetched'
}

const succeeds = (command: string, args: string[]) => spawnSync(command, args).status === 0

/** Runs a command of this project, which must succeed; its own output is shown when it does not. */
function passes([command = '', ...args]: readonly string[], endpoint: Record<string, string>) {
  const env = { ...plainEnvironment(), ...awsEnvironment(), ...endpoint }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: projectRoot, env, encoding: 'utf8' })
  assert.equal(status, 0, `${args.join(' ')}\n${stdout}${stderr}`)
}
