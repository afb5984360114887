import { totalmem } from 'node:os'
import { join } from 'node:path'
import { diagnoseFiles, diagnoseFolder, diagnoseKeys } from '../../adapters/disk/diagnose.ts'
import { diagnoseDatabase, diagnoseLock, filesNamed } from '../../adapters/sqlite/diagnose.ts'
import * as sqlite from '../../adapters/sqlite/diagnose-records.ts'
import { pagesUsedIn } from '../../adapters/sqlite/page-counters.ts'
import { couldNotAsk } from '../../aws/diagnosis.ts'
import { systemClock } from '../../clock.ts'
import type { Config } from '../../config/config.ts'
import { ownAddresses } from '../../config/own-addresses.ts'
import { isReachedDirectly } from '../../config/public-url.ts'
import type { Check } from '../../finding.ts'
import { checkClock } from '../../operations/doctor/clock.ts'
import { checkMemory } from '../../operations/doctor/memory.ts'
import { checkPageUse } from '../../operations/doctor/page-use.ts'
import { checkPublicAddress } from '../../operations/doctor/public-address.ts'
import { checkRecords } from '../../operations/doctor/records.ts'
import { checkNetwork } from '../../operations/network.ts'
import { counterOfMonth } from '../../receipts/page-budget.ts'
import { diagnoseReader, readerWorkers } from '../../services/readers.ts'
import { storedKinds } from '../../services/stored-kinds.ts'

/** The checks of this configuration. Those of a cloud are imported only when they are needed. */
/** @param readsTables whether every record of the tables is read, which costs read units */
export function checksOf(config: Config, readsTables: boolean): Check[] {
  return [
    { topic: 'network', run: async () => checkNetwork(config, ownAddresses()) },
    ...publicAddressChecks(config),
    ...memoryChecks(config.reader),
    ...keyChecks(config),
    ...identityChecks(config),
    ...localStorageChecks(config),
    ...awsStorageChecks(config),
    ...recordChecks(config, readsTables),
    { topic: 'reader', run: () => diagnoseReader(config.reader) },
    ...spendingChecks(config),
    ...clockChecks(config),
  ]
}

/** Where browsers connect to this process itself, `network` says all there is to say. */
function publicAddressChecks(config: Config): Check[] {
  if (isReachedDirectly(config)) return []
  return [{ topic: 'public address', run: () => checkPublicAddress(config.publicUrl) }]
}

function memoryChecks(reader: Config['reader']): Check[] {
  if (reader.kind !== 'local') return []
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return [{ topic: 'memory', run: async () => checkMemory(readerWorkers(reader), memory) }]
}

function keyChecks({ identity, dataDir, secretKey }: Config): Check[] {
  const needed = [
    ...(identity.kind === 'local'
      ? ['client-secret', 'access-token-key.json', 'id-token-key.json', 'provider-cookie-key']
      : []),
    ...(secretKey === undefined ? ['secret-key'] : []),
  ]
  if (needed.length === 0) return []
  return [{ topic: 'keys', run: () => diagnoseKeys(join(dataDir, 'keys'), needed) }]
}

/** The local provider runs inside the server and needs no check. */
function identityChecks({ identity, redirectUri, logoutUri, refreshTokenDays }: Config): Check[] {
  if (identity.kind === 'local') return []
  const topic = 'sign-in'
  if (identity.kind === 'oidc') {
    return [
      {
        topic,
        async run() {
          const { diagnoseProvider } = await import('../../adapters/oidc/diagnose.ts')
          return diagnoseProvider(identity.issuer, identity.scopes)
        },
      },
    ]
  }
  return [
    {
      topic,
      async run() {
        const { diagnoseUserPool } = await import('../../adapters/cognito/diagnose.ts')
        return diagnoseUserPool({ ...identity, redirectUri, logoutUri, refreshTokenDays })
      },
    },
  ]
}

function localStorageChecks({ storage, identity, dataDir }: Config): Check[] {
  if (storage.kind !== 'local' && identity.kind !== 'local') return []
  const database = join(dataDir, 'tracker.db')
  return [
    {
      topic: 'data folder',
      run: async () => [...(await diagnoseFolder(dataDir)), ...diagnoseLock(join(dataDir, 'lock'))],
    },
    { topic: 'database', run: async () => diagnoseDatabase(database, join(dataDir, 'files')) },
    { topic: 'files', run: () => diagnoseFiles(join(dataDir, 'files'), filesNamed(database)) },
  ]
}

function awsStorageChecks({ storage }: Config): Check[] {
  if (storage.kind !== 'aws') return []
  const { region, tables, bucket, objectLock } = storage
  return [
    {
      topic: 'tables',
      async run() {
        const { diagnoseTables } = await import('../../adapters/dynamodb/diagnose.ts')
        return diagnoseTables(region, tables)
      },
    },
    {
      topic: 'bucket',
      async run() {
        const { diagnoseBucket } = await import('../../adapters/s3/diagnose.ts')
        return diagnoseBucket(region, bucket, objectLock)
      },
    },
  ]
}

/** Records that cannot be read. The local database is read in a second; tables only if that is asked for. */
function recordChecks({ storage, identity, dataDir }: Config, readsTables: boolean): Check[] {
  const topic = 'records'
  const checks: Check[] = []
  if (storage.kind === 'local' || identity.kind === 'local') {
    const database = join(dataDir, 'tracker.db')
    checks.push({
      topic,
      isLong: true,
      run: () => checkRecords(sqlite.damagedRecordsIn(database, storedKinds)),
    })
  }
  if (storage.kind === 'aws' && readsTables) {
    const { region, tables } = storage
    checks.push({
      topic: 'records in the tables',
      isLong: true,
      async run() {
        const dynamodb = await import('../../adapters/dynamodb/diagnose-records.ts')
        return dynamodb.diagnoseRecords(region, tables, storedKinds)
      },
    })
  }
  return checks
}

/** What reading has cost this month. */
function spendingChecks({ reader, storage, dataDir }: Config): Check[] {
  if (reader.kind !== 'textract') return []
  const run = async () => {
    const counter = counterOfMonth(systemClock.now())
    if (storage.kind === 'local') {
      return [checkPageUse(pagesUsedIn(join(dataDir, 'tracker.db'), counter) ?? 0, reader.pageLimits)]
    }
    const { openDynamo } = await import('../../adapters/dynamodb/database.ts')
    const { createPageCounters } = await import('../../adapters/dynamodb/page-counters.ts')
    const dynamo = openDynamo(storage)
    try {
      return [checkPageUse(await createPageCounters(dynamo).used(counter), reader.pageLimits)]
    } catch (error) {
      return [couldNotAsk((error as Error).cause ?? error, 'pages read this month', 'dynamodb:GetItem')]
    } finally {
      dynamo.close()
    }
  }
  return [{ topic: 'spending', run }]
}

/** Compares the clock with the service whose signatures or tokens depend on it. */
function clockChecks({ identity, storage }: Config): Check[] {
  const run = async () => {
    if (identity.kind === 'cognito') {
      const { discoveryOf } = await import('../../adapters/cognito/diagnose.ts')
      return checkClock(discoveryOf(identity))
    }
    if (identity.kind === 'oidc') {
      const { discoveryOf } = await import('../../adapters/oidc/diagnose.ts')
      return checkClock(discoveryOf(identity.issuer))
    }
    if (storage.kind === 'aws') {
      const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL } = process.env
      const own = `https://dynamodb.${storage.region}.amazonaws.com/`
      return checkClock(AWS_ENDPOINT_URL_DYNAMODB || AWS_ENDPOINT_URL || own)
    }
    return []
  }
  return [{ topic: 'clock', run }]
}
