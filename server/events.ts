import type { Log } from './log.ts'

/** The business events of the log, one line each: ids and sizes, never the content of a receipt or a person's name. */
export function createEvents(log: Log) {
  return {
    receiptStored: (receiptId: string, type: string, bytes: number) =>
      log.info({ event: 'receipt_stored', receiptId, type, bytes }),
    receiptRead: (receiptId: string, status: string, seconds: number) =>
      log.info({ event: 'receipt_read', receiptId, status, seconds }),
    readingFailed: (receiptId: string, attempt: number, reason: string) =>
      log.warn({ event: 'reading_failed', receiptId, attempt, reason }),
    readingPostponed: (receiptId: string, seconds: number, reason: string) =>
      log.warn({ event: 'reading_postponed', receiptId, seconds, reason }),
    /** @param oldestSeconds how long the one that waits longest has been due */
    workWaiting: (count: number, oldestSeconds: number) =>
      log.warn({ event: 'work_waiting', count, oldestSeconds }),
    uploadDiscarded: (receiptId: string) => log.warn({ event: 'upload_discarded', receiptId }),
    receiptPurged: (receiptId: string) => log.info({ event: 'receipt_purged', receiptId }),
    statementStored: (statementId: string, type: string, bytes: number) =>
      log.info({ event: 'statement_stored', statementId, type, bytes }),
    statementRemoved: (statementId: string) => log.info({ event: 'statement_removed', statementId }),
    personErased: (pass: 'first' | 'last') => log.info({ event: 'person_erased', pass }),
    providerSignOutFailed: (error: unknown) =>
      log.warn({ event: 'provider_sign_out_failed', reason: (error as Error).name }),
    /** @param members paths in the record, never values */
    recordDamaged: (kind: string, id: string, members: string[]) =>
      log.error({ event: 'record_damaged', kind, id, members }),
    workFailed: (error: unknown) => log.error({ event: 'work_failed', err: error }),
  }
}

export type Events = ReturnType<typeof createEvents>
