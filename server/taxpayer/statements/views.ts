import { z } from 'zod'
import { statementReadingSchema } from '../../reading/statements/index.ts'
import { fileSchema } from '../../receipts/parts.ts'
import { day, instant } from '../../receipts/values.ts'
import { kindSchema, showsSchema } from './model.ts'

/** A statement as the API shows it. */
export const statementView = z
  .object({
    id: z.uuid(),
    version: z.int().meta({ description: 'The ETag' }),
    year: z.int().meta({ description: 'Year of assessment' }),
    kind: kindSchema,
    shows: showsSchema,
    file: fileSchema,
    addedAt: instant,
    reading: statementReadingSchema.nullable().meta({
      description: 'What was read on it (`readStatement`); null until it was asked for',
    }),
    retainUntil: day.meta({ description: 'The last day it must be kept' }),
    damaged: z.boolean().meta({
      description:
        'Whether part of its record cannot be read: the rest is shown. Its file is kept; delete it and add the file again',
    }),
  })
  .meta({ id: 'Statement' })
