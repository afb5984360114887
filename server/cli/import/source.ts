import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, open, type ZipFile } from 'yauzl'
import { UsageError } from '../usage-error.ts'

/** A file to import, opened when its turn comes. */
export interface SourceFile {
  /** Its path within the folder or archive. */
  name: string
  open(): Promise<Readable>
}

export interface Source {
  files: SourceFile[]
  close(): void
}

/** Files that systems and editors leave behind are not receipts. */
const isHidden = (name: string) =>
  name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db')

/**
 * The files of a folder and its subfolders, or of a zip archive, ordered by name.
 * @throws UsageError if the path is neither
 */
export async function openSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return folder(path)
  if (found?.isFile()) return archive(path)
  throw new UsageError(`${path}: no such folder or file`)
}

async function folder(path: string): Promise<Source> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map((file) => ({
    name: file.slice(join(path, '/').length),
    open: async () => createReadStream(file),
  }))
  return { files: sorted(files), close() {} }
}

async function archive(path: string): Promise<Source> {
  const zip = await openZip(path)
  const stream = promisify(zip.openReadStream.bind(zip)) as (entry: Entry) => Promise<Readable>
  const { promise, resolve, reject } = Promise.withResolvers<SourceFile[]>()
  const files: SourceFile[] = []
  zip.on('entry', (entry: Entry) => {
    // Only the directory is read here. The size that an entry claims is not trusted.
    if (!entry.fileName.endsWith('/')) files.push({ name: entry.fileName, open: () => stream(entry) })
    zip.readEntry()
  })
  zip.on('end', () => resolve(files))
  zip.on('error', reject)
  zip.readEntry()
  return { files: sorted(await promise.catch(noArchive(path))), close: () => zip.close() }
}

const openZip = (path: string): Promise<ZipFile> =>
  (promisify(open) as (path: string, options: object) => Promise<ZipFile>)(path, {
    lazyEntries: true,
    autoClose: false,
  }).catch(noArchive(path))

const noArchive = (path: string) => (cause: unknown) => {
  throw new UsageError(`${basename(path)}: neither a folder nor a zip archive`, { cause })
}

const sorted = (files: SourceFile[]) =>
  files.filter(({ name }) => !isHidden(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
