import { z } from 'zod'

const asNumber = (text: unknown) =>
  typeof text === 'string' && /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : text

/** A whole number in a query or a path. Unlike `z.coerce`, which takes it for 0, it refuses an empty text. */
export const wholeNumber = <Schema extends z.ZodType<number>>(schema: Schema) =>
  z.preprocess(asNumber, schema)

/** `true` or `false` in a query. */
export const flag = z.stringbool().meta({ type: 'boolean' })
