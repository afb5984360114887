import { type Logger, pino } from 'pino'

export type Log = Logger

/** Lines of JSON on the standard output. Requests and answers carry tokens and receipts, so they are never logged. */
export const createLog = (level: string): Log => pino({ level, redact: ['req', 'res'] })
