import { Readable } from 'node:stream'
import { Refusal } from '../../errors.ts'
import { MAX_FILE_BYTES, type UploadStream } from '../../receipts/files/incoming.ts'
import type { Receipts } from '../../receipts/index.ts'
import { fileKey } from '../../receipts/lookup-keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { SourceFile } from './source.ts'

/** What became of a file. */
export type Taken = { name: string } & (
  | { receipt: Receipt }
  /** The user has a receipt with the same bytes. */
  | { knownAs: string }
  | { refused: string }
)

/**
 * Takes files in as receipts, `atOnce` at a time, each read before the next begins. The results come in the files'
 * order. Rejects only where storage or reader fail: then the same call goes on where it stopped.
 */
export async function takeIn(
  receipts: Receipts,
  userId: string,
  files: SourceFile[],
  { atOnce, onEach }: { atOnce: number; onEach: () => void },
): Promise<Taken[]> {
  const taken = new Map<number, Taken>()
  const queue = files.entries()
  const inTurn = createTurns()
  const work = async () => {
    for (const [index, file] of queue) {
      taken.set(index, await takeOne(receipts, userId, file, inTurn))
      onEach()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return [...taken].toSorted(([a], [b]) => a - b).map(([, one]) => one)
}

async function takeOne(
  { store, withIncoming, intake }: Receipts,
  userId: string,
  file: SourceFile,
  inTurn: Turns,
): Promise<Taken> {
  const { name } = file
  const opened = await file.open().catch(() => undefined)
  // An archive may hold entries that are encrypted or packed in a way nobody knows.
  if (!opened) return { name, refused: 'It cannot be opened.' }
  try {
    return await withIncoming(bounded(opened), (incoming) =>
      inTurn(incoming.sha256, async () => {
        const [knownAs] = await store.withKey(userId, fileKey(incoming.sha256))
        if (knownAs) return { name, knownAs }
        const { receipt } = await intake.upload(userId, incoming, { key: undefined, wait: true })
        return { name, receipt }
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { name, refused: error.message }
  }
}

/** Lets only one do its work for a key at a time: of two copies side by side the second finds the first. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(key)
    const mine = (async () => {
      await before?.catch(() => {})
      return work()
    })()
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}

type Turns = ReturnType<typeof createTurns>

/** Ends at the size limit of an upload and says so, as a request's file does. */
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
