import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Lines of JSON. Requests and answers carry tokens and receipts, so they are never logged.
 * @param fd where to: the standard output, or 2 where that is for something else
 */
export const createLog = (level: string, fd = 1): Log =>
  pino({ level, redact: ['req', 'res'] }, pino.destination(fd))
