import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { prefetch } from '../archive/prefetch.ts'
import { type ArchiveEntry, zipOf } from '../archive/zip.ts'
import { StorageUnavailableError } from '../errors.ts'
import type { ExportedFile, Person, PersonalData } from '../personal-data.ts'

/** Files on their way at the same time; each has at most 10 MB. */
const AT_ONCE = 4

const README = `Everything the tax tracker keeps of you.

account.json, sessions.json     who you are here, and where you are signed in
receipts/<id>/receipt.json      a receipt with its corrections, suggestion and allocations, in the trash or not
receipts/<id>/<file>            its files as they were uploaded
receipts/<id>/<file>.text.json  what was read of them, with confidence and place
tax-years/<year>/               what you said of yourself for a year of assessment, and statements you kept
merchants.json                  what you decided earlier, by merchant
manifest.json                   every file with its size and SHA-256, and what was missing

Amounts are in sen (RM12.50 is 1250), days are YYYY-MM-DD, instants UTC.
`

interface Manifest {
  schema: 1
  exportedAt: string
  files: { path: string; bytes: number; sha256: string }[]
  /** Named by a record, and not to be had. */
  missing: string[]
  /** Not what their records say they are. */
  damaged: string[]
}

/** All rooms' files of a person as one zip, read as it is sent. The manifest comes last: by then every hash is known. */
export function archiveOf(person: Person, rooms: PersonalData[], exportedAt: Date): Readable {
  const manifest: Manifest = {
    schema: 1,
    exportedAt: exportedAt.toISOString(),
    files: [],
    missing: [],
    damaged: [],
  }
  return zipOf(entries(person, rooms, manifest, exportedAt))
}

async function* entries(
  person: Person,
  rooms: PersonalData[],
  manifest: Manifest,
  modifiedAt: Date,
): AsyncGenerator<ArchiveEntry> {
  for await (const entry of prefetch(filesOf(person, rooms), AT_ONCE, load)) {
    const { path, sha256: recorded, content, isMissing } = entry
    if (!content) {
      if (isMissing) manifest.missing.push(path)
      continue
    }
    const sha256 = createHash('sha256').update(content).digest('hex')
    if (recorded !== undefined && recorded !== sha256) manifest.damaged.push(path)
    manifest.files.push({ path, bytes: content.length, sha256 })
    yield { path, content, modifiedAt: entry.modifiedAt ?? modifiedAt }
  }
  yield { path: 'manifest.json', content: Buffer.from(JSON.stringify(manifest, null, 2)), modifiedAt }
}

async function* filesOf(person: Person, rooms: PersonalData[]): AsyncGenerator<ExportedFile> {
  yield { path: 'README.txt', content: async () => Buffer.from(README) }
  for (const room of rooms) yield* room.files(person)
}

/** A file that cannot be read just now is told as missing: everything else is worth having without it. */
async function load(file: ExportedFile) {
  try {
    const content = await file.content()
    return { ...file, content, isMissing: !content && !file.optional }
  } catch (error) {
    if (!(error instanceof StorageUnavailableError)) throw error
    return { ...file, content: undefined, isMissing: true }
  }
}
