import { open } from 'node:fs/promises'
import { isUnreadable } from '../../reading/fields/index.ts'
import { type PageReader, UnusableFileError } from '../../reading/ports.ts'
import { readPages } from '../../reading/read-pages.ts'
import type { Reading } from '../../reading/reading.ts'

export interface FileReading {
  file: string
  seconds: number
  reading: Reading
}

export type FileResult =
  | FileReading
  | { file: string; seconds: number; error: { code: string; message: string } }

/** Reads the files, `concurrency` at a time. The results are in the order of the files. Never rejects because of a file. */
export async function readFiles(
  reader: PageReader,
  files: string[],
  concurrency: number,
  onEach: () => void,
): Promise<FileResult[]> {
  const results = new Map<number, FileResult>()
  const queue = files.entries()
  const work = async () => {
    for (const [index, file] of queue) {
      results.set(index, await readFile(reader, file))
      onEach()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result)
}

/** Reads the locked files again, one by one, each with the password that `passwordOf` gives. */
export async function readLocked(
  reader: PageReader,
  results: FileResult[],
  passwordOf: (file: string) => Promise<string | undefined>,
): Promise<FileResult[]> {
  const all: FileResult[] = []
  for (const result of results) {
    const isLocked = 'error' in result && result.error.code === 'encrypted'
    const password = isLocked ? await passwordOf(result.file) : undefined
    all.push(password === undefined ? result : await readFile(reader, result.file, password))
  }
  return all
}

async function readFile(reader: PageReader, file: string, password?: string): Promise<FileResult> {
  const start = performance.now()
  const seconds = () => Math.round(performance.now() - start) / 1000
  try {
    await checkReadable(file)
    const reading = readPages(await reader.read(file, undefined, { password }))
    if (!isUnreadable(reading)) return { file, seconds: seconds(), reading }
    const message = 'neither a date nor a total could be read'
    return { file, seconds: seconds(), error: { code: 'unreadable', message } }
  } catch (error) {
    return { file, seconds: seconds(), error: describe(error) }
  }
}

/** Worker processes open the file themselves; here the errors of the system still have their codes. */
async function checkReadable(file: string): Promise<void> {
  await using handle = await open(file)
  if ((await handle.stat()).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
}

const SYSTEM_ERRORS: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'no permission to read the file',
  EISDIR: 'a folder, not a file',
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof UnusableFileError) return { code: error.reason, message: error.message }
  const { code = 'reader_failed', message } = error as NodeJS.ErrnoException
  return { code, message: SYSTEM_ERRORS[code] ?? message }
}
