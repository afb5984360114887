// Runs the storage contracts on engines other than the stand-ins: node test/aws/engines.ts
// Needs java, mvn, python3 with venv, and their package registries once; everything stays under ENGINES.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/app.ts'
import { awsEnvironment } from '../support/aws.ts'

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

const running: ChildProcess[] = []
try {
  const dynamoDb = await startDynamoDbLocal()
  const s3 = await startMoto()
  runContracts({ AWS_ENDPOINT_URL_DYNAMODB: dynamoDb, AWS_ENDPOINT_URL_S3: s3 })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  for (const child of running) child.kill('SIGKILL')
}

async function startDynamoDbLocal() {
  const jars = join(folder, `dynamodb-local-${DYNAMODB_LOCAL}`)
  if (!existsSync(join(jars, `DynamoDBLocal-${DYNAMODB_LOCAL}.jar`))) {
    mkdirSync(jars, { recursive: true })
    const pom = join(jars, 'pom.xml')
    writeFileSync(pom, POM)
    execFileSync('mvn', ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`], {
      stdio: 'inherit',
    })
  }
  const port = await freePort()
  const main = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner'
  const options = ['-Djava.library.path=.', '-cp', '*', main, '-inMemory', '-port', String(port)]
  return start('java', options, jars, port)
}

async function startMoto() {
  const bin = join(folder, 'moto', 'bin')
  if (!existsSync(join(bin, 'moto_server'))) {
    mkdirSync(folder, { recursive: true })
    execFileSync('python3', ['-m', 'venv', join(folder, 'moto')], { stdio: 'inherit' })
    execFileSync(join(bin, 'pip'), ['install', '--quiet', MOTO], { stdio: 'inherit' })
  }
  const port = await freePort()
  return start(join(bin, 'moto_server'), ['-H', '127.0.0.1', '-p', String(port)], folder, port)
}

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

function runContracts(endpoints: Record<string, string>) {
  const tests = ['test/contracts/stores.dynamodb.test.ts', 'test/contracts/file-store.s3.test.ts']
  const env = { ...process.env, ...awsEnvironment(), ...endpoints }
  const flag = '--disable-warning=ExperimentalWarning'
  execFileSync(process.execPath, [flag, '--test', ...tests], { env, stdio: 'inherit' })
  execFileSync(process.execPath, [flag, 'bench/aws-cost.ts'], { env, stdio: 'inherit' })
}
