import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { folderOf, isOriginalName, originalKey, textKey } from '../../receipts/files/keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import { storedKeys } from '../../stored-keys.ts'
import { keptFile } from '../../taxpayer/statements/kept-file.ts'
import { statementKey } from '../../taxpayer/statements/statement-key.ts'
import type { LocalDatabase, TaxpayerDocument } from '../ports.ts'
import type { ArchiveWriter } from './archive.ts'
import { FILES, isPart } from './format.ts'

interface Place {
  dataDir: string
  database: Pick<LocalDatabase, 'names'>
}

interface Counted {
  files: number
  /** See BackupSummary. */
  deleted: string[]
  lost: string[]
  damaged: string[]
}

/** Adds the files of records to an archive, and counts them. */
export function createRecordFiles(writer: ArchiveWriter, { dataDir, database }: Place, counted: Counted) {
  async function add(key: string) {
    const name = `${FILES}${key}`
    // The name in a damaged record may be anything.
    return isPart(name) ? writer.file(name, join(dataDir, 'files', key)) : undefined
  }

  /** @param isNeeded whether it is reported where it is not there */
  async function addOriginal(
    { userId, id, isNeeded }: { userId: string; id: string; isNeeded: boolean },
    file: { id: string; sha256: string },
  ) {
    const key = originalKey(userId, id, file.id)
    const added = await add(key)
    if (added) {
      counted.files++
      if (added.sha256 !== file.sha256) counted.damaged.push(key)
    } else if (isNeeded) {
      counted[database.names(id, file.id) ? 'lost' : 'deleted'].push(key)
    }
  }

  async function ofReceipt({ userId, id, status, files }: Receipt) {
    for (const file of files) {
      await addOriginal({ userId, id, isNeeded: status !== 'receiving' }, file)
      // Thumbnails are created again on demand.
      await add(textKey(userId, id, file.id))
    }
  }

  /** What is in the folder of a damaged record beside the files that it was found to name. */
  async function restOfFolder(userId: string, id: string) {
    const folder = folderOf(userId, id)
    const names = await readdir(join(dataDir, 'files', folder), { withFileTypes: true }).catch(absent)
    for (const entry of names.filter((one) => one.isFile())) {
      const key = `${folder}/${entry.name}`
      const isNew = !writer.has(`${FILES}${key}`)
      if ((await add(key)) && isNew && isOriginalName(entry.name)) counted.files++
    }
  }

  async function ofDocument({ userId, item, data, damage }: TaxpayerDocument) {
    const kept = keptFile(userId, { item, data })
    if (kept) await addOriginal({ userId, id: kept.statementId, isNeeded: true }, kept.file)
    if (damage && storedKeys.statement.has(item)) await restOfFolder(userId, statementKey(item).id)
  }

  return { ofReceipt, ofDocument, restOfFolder }
}

function absent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
