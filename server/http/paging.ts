import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import { wholeNumber } from './query-values.ts'

/** An opaque cursor for a position. It does not name the list's owner, who always comes from the token. */
export const toCursor = (position: object) => Buffer.from(JSON.stringify(position)).toString('base64url')

/** @throws Refusal bad_request for a cursor that no list returned */
export function fromCursor<T extends z.ZodType>(cursor: string, position: T): z.output<T> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new Refusal(
      'bad_request',
      say(({ refusals }) => refusals.foreignCursor),
      { cause },
    )
  }
}

export const pageQuery = {
  limit: wholeNumber(z.int().min(1).max(100)).default(50),
  cursor: z.string().max(500).optional().meta({ description: '`nextCursor` of the previous page' }),
}
