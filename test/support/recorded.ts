import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { type Client, type StartOptions, signIn, startApp, type TestApp } from './app.ts'
import { LONG_RETRIES, REGION } from './aws.ts'
import { awsStorage } from './aws-app.ts'
import { startDynamo } from './dynamo.ts'
import { startS3 } from './s3.ts'

/** Commits whose data is recorded, oldest first; test/recorded/releases/README.md says how. */
export const recordedReleases = ['ead73a6', '15d61be', '6158b9b'] as const
export type RecordedRelease = (typeof recordedReleases)[number]

/** A receipt as an earlier release answered it. */
export interface Recorded {
  keepUntil: string | null
  [member: string]: unknown
}

export interface RecordedApp {
  app: TestApp
  /** The person whose data was recorded, signed in. */
  ana: Client
  /** Each receipt as that release answered it, by id; null where it could not. */
  answers: Record<string, Recorded | null>
  close(): Promise<void>
}

const folderOf = (release: RecordedRelease) => new URL(`../recorded/releases/${release}/`, import.meta.url)
const unpacked = async (file: URL) => gunzipSync(await readFile(file))

/** Writes the data folder of a release. */
export async function writeDataFolder(release: RecordedRelease, dataDir: string) {
  const recorded = new URL('local/', folderOf(release))
  await writeFile(join(dataDir, 'tracker.db'), await unpacked(new URL('tracker.db.gz', recorded)))
  const files: Record<string, string> = JSON.parse(String(await unpacked(new URL('files.json.gz', recorded))))
  for (const [name, base64] of Object.entries(files)) {
    const path = join(dataDir, 'files', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, Buffer.from(base64, 'base64'))
  }
}

/** A server of this release on what another one stored. */
export const recordedShapes: {
  name: string
  start(release: RecordedRelease, options?: StartOptions): Promise<RecordedApp>
}[] = [
  { name: 'local', start: startLocal },
  { name: 'AWS', start: startAws },
]

async function answersOf(release: RecordedRelease, shape: string) {
  return JSON.parse(await readFile(new URL(`${shape}/answers.json`, folderOf(release)), 'utf8'))
}

async function startLocal(release: RecordedRelease, options: StartOptions = {}): Promise<RecordedApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-recorded-'))
  await writeDataFolder(release, dataDir)
  const app = await startApp({ ...options, dataDir })
  return {
    app,
    ana: await signIn(app, 'ana@example.org'),
    answers: await answersOf(release, 'local'),
    async close() {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function startAws(release: RecordedRelease, options: StartOptions = {}): Promise<RecordedApp> {
  const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3 } = process.env
  const recorded = new URL('aws/', folderOf(release))
  const [engine, s3] = await Promise.all([startDynamo(), startS3()])
  const [tables, bucket] = await Promise.all([engine.createTables(), s3.createBucket()])
  const bytes = (_: string, value: { base64?: string } | null) =>
    value?.base64 ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value
  const items = JSON.parse(await readFile(new URL('items.json', recorded), 'utf8'), bytes)
  const { client, close } = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
  for (const table of ['receipts', 'taxpayers'] as const) {
    for (const Item of items[table]) await client.send(new PutCommand({ TableName: tables[table], Item }))
  }
  close()
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-recorded-'))
  // The accounts of the local sign-in: whose the items are.
  await writeFile(join(dataDir, 'tracker.db'), await unpacked(new URL('tracker.db.gz', recorded)))
  const app = await startApp({
    ...options,
    dataDir,
    env: { ...awsStorage(tables, bucket), ...options.env },
    overrides: { awsRetryPolicy: LONG_RETRIES, ...options.overrides },
  })
  const objects: Record<string, string> = JSON.parse(
    String(await unpacked(new URL('objects.json.gz', recorded))),
  )
  for (const [key, base64] of Object.entries(objects)) {
    await app.services.receipts.files.write(key, Buffer.from(base64, 'base64'))
  }
  return {
    app,
    ana: await signIn(app, 'ana@example.org'),
    answers: await answersOf(release, 'aws'),
    async close() {
      await app.close()
      await Promise.all([engine.close(), s3.close()])
      if (!AWS_ENDPOINT_URL_DYNAMODB) delete process.env.AWS_ENDPOINT_URL_DYNAMODB
      if (!AWS_ENDPOINT_URL_S3) delete process.env.AWS_ENDPOINT_URL_S3
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
