import { join } from 'node:path'
import { diagnoseFiles, diagnoseFolder, diagnoseKeys } from '../../adapters/disk/diagnose.ts'
import { createPpocrReader } from '../../adapters/ppocr/index.ts'
import { diagnoseDatabase, diagnoseLock, filesNamed } from '../../adapters/sqlite/diagnose.ts'
import type { Config } from '../../config/config.ts'
import type { Check } from '../../operations/doctor/finding.ts'
import { checkReader } from '../../operations/doctor/reading.ts'

/** What is to be looked at in this shape. The clouds' own checks are loaded only where they are used. */
export function checksOf(config: Config): Check[] {
  return [...identityChecks(config), ...storageChecks(config), ...readerChecks(config)]
}

function identityChecks({ identity, dataDir, secretKey }: Config): Check[] {
  const needed = [
    ...(identity.kind === 'local'
      ? ['client-secret', 'access-token-key.json', 'id-token-key.json', 'provider-cookie-key']
      : []),
    ...(secretKey === undefined ? ['secret-key'] : []),
  ]
  if (needed.length === 0) return []
  return [{ topic: 'keys', run: () => diagnoseKeys(join(dataDir, 'keys'), needed) }]
}

function storageChecks({ storage, identity, dataDir }: Config): Check[] {
  if (storage.kind !== 'local' && identity.kind !== 'local') return []
  const database = join(dataDir, 'tracker.db')
  return [
    {
      topic: 'data folder',
      run: async () => [...(await diagnoseFolder(dataDir)), ...diagnoseLock(join(dataDir, 'lock'))],
    },
    { topic: 'database', run: async () => diagnoseDatabase(database) },
    { topic: 'files', run: () => diagnoseFiles(join(dataDir, 'files'), filesNamed(database)) },
  ]
}

function readerChecks({ reader }: Config): Check[] {
  if (reader.kind !== 'local') return []
  return [{ topic: 'reader', run: () => checkReader(createPpocrReader({ workers: 1 })) }]
}
