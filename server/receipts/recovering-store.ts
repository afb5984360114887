import { type RecoverFilesDeps, recoverFiles } from './files/recover-files.ts'
import { DamagedReceiptError, type ReceiptStore } from './ports.ts'

/**
 * A store that finds the originals of a damaged receipt whose record no longer names them. They can then be downloaded
 * and read again, and the next save lists them.
 */
export function recoveringFiles(store: ReceiptStore, deps: RecoverFilesDeps): ReceiptStore {
  async function recover(error: unknown): Promise<never> {
    if (!(error instanceof DamagedReceiptError)) throw error
    const { salvaged, members } = error
    const known = new Set([
      ...salvaged.files.map((file) => file.id),
      ...salvaged.pendingUploads,
      ...salvaged.abandonedUploads,
    ])
    const recovered = await recoverFiles(deps, salvaged, known)
    const files = [...salvaged.files, ...recovered]
    throw new DamagedReceiptError({ receipt: { ...salvaged, files }, damaged: members })
  }
  return { ...store, find: (userId, id) => store.find(userId, id).catch(recover) }
}
