import type { Receipt } from '../../../server/api-types.ts'
import { json } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { hashOf } from './hash.ts'
import { sendFile } from './send.ts'
import type { StoredPage, Upload } from './upload-store.ts'

/** The server remembers an Idempotency-Key for 30 days. */
const KEY_MS = 29 * 86_400_000
/** A receipt changes while it is read, so that a page for it may find another version. */
const MOST_VERSIONS = 5

interface Deps {
  sub: string
  signal: AbortSignal
  find(id: string): Upload | undefined
  update(id: string, change: (upload: Upload) => Upload): Promise<void>
  onArrived(receiptId: string): void
  onProgress(id: string, share: number): void
}

interface KnownAnswer {
  known: { sha256: string; receiptId: string; merchant: string | null; paidOn: string | null }[]
}

/**
 * Sends one upload, page after page; what has arrived of it already is not sent again.
 * @returns a function that throws Problem, or what the browser throws where the file cannot be read
 */
export function createUpload({ sub, signal, find, update, onArrived, onProgress }: Deps) {
  /** The session may be another person's by now; the server refuses it then. */
  const onlyAs = { 'Only-As': sub }

  const sendFirst = ({ id }: Upload, page: StoredPage) =>
    sendFile({
      path: '/receipts/upload',
      file: page.blob,
      name: page.name,
      headers: { ...onlyAs, Prefer: 'respond-async', 'Idempotency-Key': id },
      onProgress: (share) => onProgress(id, share),
      signal,
    })

  async function sendNext({ id, receiptId }: Upload, page: StoredPage): Promise<Receipt> {
    const path = `/receipts/${receiptId}`
    for (let tries = 1; ; tries++) {
      const receipt = await json<Receipt>(path, { headers: onlyAs, signal })
      // It arrived, and its answer was lost.
      if (receipt.files.some(({ sha256 }) => sha256 === page.sha256)) return receipt
      try {
        return await sendFile({
          path: `${path}/files`,
          file: page.blob,
          name: page.name,
          headers: { ...onlyAs, Prefer: 'respond-async', 'If-Match': `"${receipt.version}"` },
          onProgress: (share) => onProgress(id, share),
          signal,
        })
      } catch (error) {
        const isRace = error instanceof Problem && error.code === 'version_conflict'
        if (!isRace || tries === MOST_VERSIONS) throw error
      }
    }
  }

  /** A file the person has already is not sent before they say so; the list says which receipt it is. */
  async function isKnown({ id }: Upload, sha256: string) {
    const { known } = await json<KnownAnswer>(`/receipts/known?sha256=${sha256}`, { headers: onlyAs, signal })
    const [found] = known
    if (!found) return false
    const { receiptId, merchant, paidOn } = found
    await update(id, ({ triedAt: _, ...one }) => ({
      ...changePage(one, 0, { sha256 }),
      state: 'known',
      receiptId,
      known: { merchant, paidOn },
    }))
    return true
  }

  return async function upload(id: string) {
    for (;;) {
      const entry = find(id)
      const index = entry?.pages.findIndex(({ sent }) => !sent) ?? -1
      const page = entry?.pages[index]
      if (!entry || !page) break
      const sha256 = page.sha256 ?? (await hashOf(page.blob))
      if (index === 0) {
        if (mustAsk(entry) && (await isKnown(entry, sha256))) return
        const triedAt = entry.triedAt ?? new Date().toISOString()
        await update(id, (one) => ({ ...changePage(one, 0, { sha256 }), problem: null, triedAt }))
      }
      const receipt = index === 0 ? await sendFirst(entry, page) : await sendNext(entry, { ...page, sha256 })
      await update(id, ({ stoppedAt: _, ...one }) => {
        // The server has the bytes now; the device need not keep them.
        const sent = changePage(one, index, { blob: new Blob(), sha256, sent: true })
        const state = areSent(sent) ? 'reading' : 'waiting'
        return { ...sent, receiptId: receipt.id, state, problem: null }
      })
      onArrived(receipt.id)
    }
  }
}

/**
 * Whether the server is asked for the file before it is sent. After a try without an answer it may have it from that very
 * try: then the key tells, for as long as the server remembers it.
 */
function mustAsk({ triedAt, isWanted }: Upload): boolean {
  if (triedAt === undefined) return !isWanted
  return Date.now() - Date.parse(triedAt) > KEY_MS
}

const areSent = ({ pages }: Upload) => pages.every(({ sent }) => sent)

const changePage = (upload: Upload, index: number, values: Partial<StoredPage>): Upload => ({
  ...upload,
  pages: upload.pages.map((page, at) => (at === index ? { ...page, ...values } : page)),
})
