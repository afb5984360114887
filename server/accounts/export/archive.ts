import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type ArchiveEntry, zipOf } from '../../archive/zip.ts'
import { DamagedRecordError, StorageUnavailableError } from '../../errors.ts'
import type { ExportedFile, Person, PersonalData, RecordName } from '../../personal-data.ts'
import { prefetch } from '../../prefetch.ts'
import { README } from './readme.ts'

/** Files loaded at the same time, at most 10 MB each. */
const AT_ONCE = 4

interface Manifest {
  schema: 1
  exportedAt: string
  files: { path: string; bytes: number; sha256: string }[]
  /** Paths of files that a record names and that could not be read. */
  missing: string[]
  /** Paths of files whose bytes do not have the SHA-256 on record. */
  damaged: string[]
  /** Stored records that cannot be read in full; the archive has what can be read of them, and their originals. */
  damagedRecords: RecordName[]
}

/**
 * All modules' files of a person as one zip, read as it is sent. The manifest comes last, because only then every hash
 * is known.
 */
export function archiveOf(person: Person, modules: PersonalData[], exportedAt: Date): Readable {
  const files = prefetch(filesOf(person, modules), AT_ONCE, load)
  return zipOf(entries(files, exportedAt))
}

async function* filesOf(person: Person, modules: PersonalData[]): AsyncGenerator<ExportedFile> {
  yield { path: 'README.txt', content: async () => Buffer.from(README) }
  for (const data of modules) yield* data.files(person)
}

interface LoadedFile extends Omit<ExportedFile, 'content'> {
  content: Buffer | undefined
  isMissing: boolean
}

/** A file that cannot be read now is reported as missing: the rest is worth having without it. */
async function load(file: ExportedFile): Promise<LoadedFile> {
  try {
    const content = await file.content()
    return { ...file, content, isMissing: !content && !file.optional }
  } catch (error) {
    if (error instanceof DamagedRecordError) {
      const { kind, id } = error
      return {
        ...file,
        content: undefined,
        isMissing: true,
        damaged: [...(file.damaged ?? []), { kind, id }],
      }
    }
    if (!(error instanceof StorageUnavailableError)) throw error
    return { ...file, content: undefined, isMissing: true }
  }
}

async function* entries(files: AsyncIterable<LoadedFile>, exportedAt: Date): AsyncGenerator<ArchiveEntry> {
  const at = exportedAt.toISOString()
  const manifest: Manifest = {
    schema: 1,
    exportedAt: at,
    files: [],
    missing: [],
    damaged: [],
    damagedRecords: [],
  }
  for await (const file of files) {
    const { path, sha256: recorded, content, isMissing, damaged = [], modifiedAt = exportedAt } = file
    manifest.damagedRecords.push(...damaged)
    if (!content) {
      if (isMissing) manifest.missing.push(path)
      continue
    }
    const sha256 = createHash('sha256').update(content).digest('hex')
    if (recorded !== undefined && recorded !== sha256) manifest.damaged.push(path)
    manifest.files.push({ path, bytes: content.length, sha256 })
    yield { path, content, modifiedAt }
  }
  const content = Buffer.from(JSON.stringify(manifest, null, 2))
  yield { path: 'manifest.json', content, modifiedAt: exportedAt }
}
