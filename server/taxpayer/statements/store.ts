import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../../clock.ts'
import { Refusal, StorageUnavailableError } from '../../errors.ts'
import type { Events } from '../../events.ts'
import { malaysianDay } from '../../malaysian-time.ts'
import type { StatementReading } from '../../reading/statements/index.ts'
import { type IncomingFile, receiptFile } from '../../receipts/files/incoming.ts'
import { folderOf, originalKey } from '../../receipts/files/keys.ts'
import type { RecoverFiles } from '../../receipts/files/recover-files.ts'
import type { FileStore, RetainUntil } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { say } from '../../texts/index.ts'
import { type BasedOn, isBasedOn, versionConflict } from '../../versions.ts'
import { DamagedItemError, ItemChangedError, type TaxpayerItem, type TaxpayerItems } from '../ports.ts'
import { readableStatement } from './damaged.ts'
import { type Statement, type StatementData, type StatementKind, statementSchema } from './model.ts'

/** More than anybody has in a year. */
const MAX_STATEMENTS = 100
/** After this time an upload that has not finished is considered lost. */
const ARRIVAL_MS = 120_000

export interface StatementsDeps {
  items: TaxpayerItems
  files: FileStore
  recoverFiles: RecoverFiles
  retainUntil: RetainUntil
  clock: Clock
  events: Events
}

const prefixOf = (ya: number) => storedKeys.statement.of(ya, '')
const itemOf = ({ year, id }: Pick<Statement, 'year' | 'id'>) => `${prefixOf(year)}${id}`
const read = (ya: number, { version, data }: TaxpayerItem): Statement => ({
  ...statementSchema.parse(data),
  year: ya,
  version,
  damaged: false,
})

/**
 * Documents that prove what receipts do not, stored as uploaded. The record is written first, then the file, and only then is
 * the statement shown, so no file is without a record and none that was answered is lost.
 */
export function createStatements({ items, files, recoverFiles, retainUntil, clock, events }: StatementsDeps) {
  const salvage = (userId: string, error: DamagedItemError) => readableStatement(recoverFiles, userId, error)

  async function all(userId: string, ya: number): Promise<Statement[]> {
    const list = await items.list(userId, prefixOf(ya))
    const salvaged = await Promise.all(list.damaged.map((error) => salvage(userId, error)))
    return [
      ...list.items.map((item) => read(ya, item)),
      ...salvaged.filter((statement) => statement !== undefined),
    ]
  }

  async function save(userId: string, { year, version, damaged, ...data }: Statement): Promise<Statement> {
    const saved = await items.put(userId, itemOf({ year, id: data.id }), data, version)
    return { ...data, year, version: saved, damaged: false }
  }

  /** The record is removed last, so that after a crash it still says what remains to be done. */
  async function finishRemoval(userId: string, statement: Statement) {
    const lockedUntil = await files.removeAll(folderOf(userId, statement.id))
    if (lockedUntil === null) await items.remove(userId, itemOf(statement))
  }

  /** Marked before its file goes, so that an upload that is only slow cannot show a statement without a file. */
  async function removeAbandoned(userId: string, statement: Statement) {
    await finishRemoval(userId, await save(userId, { ...statement, state: 'removing' }))
  }

  /** Best effort: removes what a crashed process left, when its owner lists or adds statements the next time. */
  async function tidy(userId: string, statements: Statement[]) {
    const latest = clock.now().getTime() - ARRIVAL_MS
    for (const statement of statements) {
      const isAbandoned = statement.state === 'arriving' && Date.parse(statement.addedAt) < latest
      if (!isAbandoned && statement.state !== 'removing') continue
      try {
        if (isAbandoned) await removeAbandoned(userId, statement)
        else await finishRemoval(userId, statement)
      } catch (error) {
        if (!(error instanceof ItemChangedError)) events.workFailed(error)
      }
    }
  }

  const kept = async (userId: string, ya: number) =>
    (await all(userId, ya)).filter(({ state }) => state === 'kept')

  async function findReadable(userId: string, ya: number, id: string): Promise<Statement | undefined> {
    try {
      const item = await items.find(userId, itemOf({ year: ya, id }))
      return item && read(ya, item)
    } catch (error) {
      if (error instanceof DamagedItemError) return salvage(userId, error)
      throw error
    }
  }

  async function find(userId: string, ya: number, id: string): Promise<Statement> {
    const statement = await findReadable(userId, ya, id)
    if (statement?.state !== 'kept')
      throw new Refusal(
        'not_found',
        say(({ refusals }) => refusals.noSuchStatement),
      )
    return statement
  }

  return {
    kept,
    find,

    /** Keeps what was read on a statement; what is shown of one that is changed or removed meanwhile is not stored. */
    async keepReading(userId: string, statement: Statement, reading: StatementReading): Promise<Statement> {
      if (statement.damaged) return { ...statement, reading }
      return save(userId, { ...statement, reading }).catch((error: unknown) => {
        if (error instanceof ItemChangedError) return { ...statement, reading }
        throw error
      })
    },

    /** The complete statements, in the order they were added. */
    async list(userId: string, ya: number): Promise<Statement[]> {
      const found = await all(userId, ya)
      await tidy(userId, found)
      return found.filter(({ state }) => state === 'kept')
    },

    /** The last day a year's statements must be kept. */
    retainUntil,

    /** @returns the statement, and whether the same file was already stored for the year */
    async add(
      userId: string,
      ya: number,
      incoming: IncomingFile,
      { kind, shows }: { kind: StatementKind; shows: string | null },
    ): Promise<{ statement: Statement; isKnown: boolean }> {
      const stored = await all(userId, ya)
      await tidy(userId, stored)
      const same = stored.find(({ state, file }) => state === 'kept' && file.sha256 === incoming.sha256)
      if (same) return { statement: same, isKnown: true }
      if (stored.length >= MAX_STATEMENTS) {
        throw new Refusal(
          'too_many_files',
          say(({ refusals }) => refusals.tooManyStatements(MAX_STATEMENTS)),
        )
      }
      const now = clock.now()
      const fresh: StatementData = {
        schema: 1,
        state: 'arriving',
        id: uuidv7(),
        kind,
        shows,
        file: receiptFile(incoming, 'proof', now),
        addedAt: now.toISOString(),
      }
      const announced = await save(userId, { ...fresh, year: ya, version: 0, damaged: false })
      try {
        await files.keep(originalKey(userId, fresh.id, fresh.file.id), incoming.path)
        const statement = await save(userId, { ...announced, state: 'kept' })
        events.statementStored(fresh.id, fresh.file.type, fresh.file.bytes)
        return { statement, isKnown: false }
      } catch (error) {
        // A storage error may have hidden that it is kept: then it stays. What fails here too, `tidy` removes later.
        const discard = error instanceof StorageUnavailableError ? removeAbandoned : finishRemoval
        await discard(userId, announced).catch(events.workFailed)
        if (!(error instanceof ItemChangedError)) throw error
        throw new Refusal(
          'wrong_state',
          say(({ refusals }) => refusals.uploadTooSlow),
          { cause: error },
        )
      }
    },

    /**
     * Deletes a statement permanently. While it must be kept, this needs a confirmation.
     * @param acknowledgedUntil the retention date the person has confirmed they saw
     */
    async remove(
      userId: string,
      {
        ya,
        id,
        version,
        acknowledgedUntil,
      }: { ya: number; id: string; version: BasedOn; acknowledgedUntil?: string | undefined },
    ) {
      const statement = await find(userId, ya, id)
      if (!isBasedOn(version, statement.version)) throw versionConflict(statement.version)
      const until = await retainUntil(userId, ya)
      if (until >= malaysianDay(clock.now()) && until !== acknowledgedUntil) {
        throw new Refusal(
          'confirmation_needed',
          say(({ refusals }) => refusals.statementMustBeKept(until)),
          { extra: { retainUntil: until } },
        )
      }
      const marked = await save(userId, { ...statement, state: 'removing' }).catch((error: unknown) => {
        throw error instanceof ItemChangedError ? versionConflict(error.current) : error
      })
      await finishRemoval(userId, marked)
      events.statementRemoved(id)
    },
  }
}

export type Statements = ReturnType<typeof createStatements>
