import { z } from 'zod'
import { statementReadingSchema } from '../../reading/statements/index.ts'
import { fileSchema } from '../../receipts/parts.ts'
import { instant } from '../../receipts/values.ts'

export const statementKinds = [
  'ea-form',
  'epf',
  'socso',
  'insurance',
  'sspn',
  'prs',
  'zakat',
  'housing-loan',
  'other',
] as const
export type StatementKind = (typeof statementKinds)[number]

/** The codes that a statement of each kind proves by itself. Another code is given when it is added. */
const SHOWS: Record<StatementKind, string[]> = {
  'ea-form': ['epf-approved-scheme', 'socso-eis', 'rebate-zakat-fitrah'],
  epf: ['epf-approved-scheme', 'life-insurance-or-voluntary-epf'],
  socso: ['socso-eis'],
  insurance: ['life-insurance-or-voluntary-epf', 'education-medical-insurance', 'prs-deferred-annuity'],
  sspn: ['sspn-net-deposit'],
  prs: ['prs-deferred-annuity'],
  zakat: ['rebate-zakat-fitrah'],
  'housing-loan': ['housing-loan-interest-500k', 'housing-loan-interest-750k'],
  other: [],
}

export const kindSchema = z.enum(statementKinds)
export const showsSchema = z.string().max(60).nullable().meta({
  description: 'Code of the relief, gift or rebate it proves, if its kind does not imply it',
  example: 'alimony',
})

/** A statement as stored. Only statements in state `kept` are shown. */
export const statementSchema = z.object({
  schema: z.literal(1),
  state: z.enum(['arriving', 'kept', 'removing']),
  id: z.string(),
  kind: kindSchema,
  shows: showsSchema,
  file: fileSchema,
  addedAt: instant,
  /** Absent until it is read. One that cannot be read any more is made again. */
  reading: statementReadingSchema.optional().catch(undefined),
})
export type StatementData = z.output<typeof statementSchema>
export interface Statement extends StatementData {
  year: number
  version: number
  /** Part of its record cannot be read; the rest is shown. Its file is kept. */
  damaged: boolean
}

/** The codes that these statements prove. */
export const shownBy = (statements: Pick<Statement, 'kind' | 'shows'>[]): Set<string> =>
  new Set(statements.flatMap(({ kind, shows }) => (shows ? [shows, ...SHOWS[kind]] : SHOWS[kind])))
