import { Readable } from 'node:stream'
import { Refusal } from '../../errors.ts'
import { MAX_FILE_BYTES, type UploadStream } from '../../receipts/files/incoming.ts'
import type { Receipts } from '../../receipts/index.ts'
import { fileKey } from '../../receipts/lookup-keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { SourceFile } from './source.ts'

/** The outcome for a file. */
export type ImportResult = { name: string } & (
  | { receipt: Receipt }
  /** The id of the user's receipt with the same bytes. */
  | { existingId: string }
  | { refused: string }
)

/**
 * Imports files as receipts, `concurrency` at a time, and waits until each is read. The results are in the order of the
 * files, each receipt as it is stored in the end: a file read later may have changed it, as an invoice does its credit note.
 * Rejects only if storage or reader fail; the same call then continues where it stopped.
 */
export async function importFiles(
  receipts: Receipts,
  userId: string,
  files: SourceFile[],
  { concurrency, onEach }: { concurrency: number; onEach: () => void },
): Promise<ImportResult[]> {
  const results = new Map<number, ImportResult>()
  const queue = files.entries()
  const exclusively = createMutex()
  const work = async () => {
    for (const [index, file] of queue) {
      results.set(index, await importFile(receipts, userId, file, exclusively))
      onEach()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  const inOrder = [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result)
  return Promise.all(inOrder.map((result) => asStored(receipts, result)))
}

async function asStored({ store }: Receipts, result: ImportResult): Promise<ImportResult> {
  if (!('receipt' in result)) return result
  const { userId, id } = result.receipt
  return { ...result, receipt: (await store.find(userId, id)) ?? result.receipt }
}

async function importFile(
  { store, withIncoming, intake }: Receipts,
  userId: string,
  file: SourceFile,
  exclusively: Mutex,
): Promise<ImportResult> {
  const { name } = file
  const opened = await file.open().catch(() => undefined)
  // An archive may contain encrypted entries or use an unknown compression.
  if (!opened) return { name, refused: 'It cannot be opened.' }
  try {
    return await withIncoming(bounded(opened), (incoming) =>
      exclusively(incoming.sha256, async () => {
        const [existingId] = await store.withKey(userId, fileKey(incoming.sha256))
        if (existingId) return { name, existingId }
        const { receipt } = await intake.upload(userId, incoming, { key: undefined, wait: true })
        return { name, receipt }
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { name, refused: error.message }
  }
}

/** Runs one task per key at a time, so that the second of two concurrent copies finds the first. */
function createMutex() {
  const last = new Map<string, Promise<unknown>>()
  return async function exclusively<T>(key: string, task: () => Promise<T>): Promise<T> {
    const previous = last.get(key)
    const current = (async () => {
      await previous?.catch(() => {})
      return task()
    })()
    last.set(key, current)
    try {
      return await current
    } finally {
      if (last.get(key) === current) last.delete(key)
    }
  }
}

type Mutex = ReturnType<typeof createMutex>

/** Truncates at the size limit of an upload and marks it, like the file of a request. */
function bounded(source: Readable): UploadStream {
  async function* upToTheLimit() {
    let bytes = 0
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > MAX_FILE_BYTES) {
        stream.truncated = true
        return
      }
      yield chunk
    }
  }
  const stream: UploadStream = Readable.from(upToTheLimit())
  return stream
}
