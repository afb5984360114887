import { Refusal } from '../../errors.ts'
import type { PageText } from '../../reading/page-text.ts'
import {
  ReaderBusyError,
  ReaderFailedError,
  UnusableFileError,
  type UnusableReason,
} from '../../reading/ports.ts'
import {
  nothingRead,
  type ReadKind,
  readKinds,
  readStatement,
  type StatementReading,
} from '../../reading/statements/index.ts'
import type { Receipts } from '../../receipts/index.ts'
import { say } from '../../texts/index.ts'
import type { Statement } from './model.ts'
import type { Statements } from './store.ts'

/** The figures of a year stand on the first pages; what follows are single payments and terms. */
const MOST_PAGES = 5
/** Milliseconds after which no further page is begun, and after which it is given up. */
const ENOUGH_MS = 60_000
const LONGEST_MS = 180_000

export interface StatementReadingsDeps {
  statements: Pick<Statements, 'find' | 'keepReading'>
  pagesOf: Receipts['pagesOf']
}

/** Reads statements when somebody looks at them, and keeps what was read with them. */
export function createStatementReadings({ statements, pagesOf }: StatementReadingsDeps) {
  async function readingOf(userId: string, { id, kind, file }: Statement, signal: AbortSignal) {
    if (!isRead(kind)) return nothingRead('not_recognised')
    try {
      const pages = await pagesOf({ userId, id }, file.id, AbortSignal.any([signal, timeout(LONGEST_MS)]), {
        pages: Math.min(MOST_PAGES, file.pages),
        enough: timeout(ENOUGH_MS),
        person: userId,
      })
      return pages.every(isUnread) ? nothingRead('unreadable') : readStatement(kind, pages)
    } catch (error) {
      if (error instanceof UnusableFileError) return nothingRead(stateOf(error.reason))
      if (!(error instanceof ReaderFailedError || error instanceof ReaderBusyError)) throw error
      throw new Refusal(
        'reading_unavailable',
        say(({ refusals }) => refusals.statementNotRead),
        { retryAfter: 30, cause: error },
      )
    }
  }

  return {
    /** The statement with what is read on it, now or before. */
    async read(userId: string, ya: number, id: string, signal: AbortSignal): Promise<Statement> {
      const statement = await statements.find(userId, ya, id)
      if (statement.reading) return statement
      return statements.keepReading(userId, statement, await readingOf(userId, statement, signal))
    },
  }
}

const timeout = (ms: number) => AbortSignal.timeout(ms)
const isUnread = ({ unread }: PageText) => unread === true
const isRead = (kind: Statement['kind']): kind is ReadKind => (readKinds as readonly string[]).includes(kind)
const stateOf = (reason: UnusableReason): StatementReading['state'] =>
  reason === 'encrypted' || reason === 'wrong_password' ? 'locked' : 'unreadable'
