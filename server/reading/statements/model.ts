import { z } from 'zod'
import { boxSchema } from '../page-text.ts'

/** The figures of statements that become facts. The names are those of the app's questions. */
export const figureNames = [
  'employment',
  'taxPaid',
  'zakat',
  'epf',
  'voluntaryEpf',
  'socso',
  'lifeInsurance',
  'medicalInsurance',
  'sspnDeposits',
  'sspnWithdrawals',
  'sspnEducation',
  'prs',
  'loanInterest',
] as const
export type FigureName = (typeof figureNames)[number]

/** Lines of an EA form that are no figure by themselves, because something has to be asked or known first. */
export const remarkNames = [
  /** B1(f): part of a gratuity may be exempt. */
  'gratuity',
  /** B6: part of it is exempt for each full year of service. */
  'compensation',
  /** C1, C2: many pensions are exempt. */
  'pension',
  /** D2: tax of earlier years, which does not reduce this year's. */
  'cp38',
  /** D4: approved donations; they are entered by kind. */
  'donations',
  /** D5(a), D6: what the employer took into account already. */
  'tp1Reliefs',
  'childReliefs',
  /** D5(b): zakat that the employer took into account; it counts by its own receipt. */
  'tp1Zakat',
  /** F: exempt pay; it is not declared. */
  'exemptPay',
] as const

const confidence = z.number().min(0).max(1).meta({ description: 'How sure the reader is, 0 to 1' })

const lineSchema = z.object({
  line: z.string().nullable().meta({ description: 'The number of the line on an EA form', example: 'B1(a)' }),
  label: z.string().meta({ description: 'The words it was recognised by, as they were read' }),
  sen: z.int().nonnegative(),
  confidence,
  page: z.int().positive(),
  box: boxSchema,
})
export type StatementLine = z.output<typeof lineSchema>

/** What was read on a statement. Nothing of it counts before the person has confirmed it as a fact. */
export const statementReadingSchema = z
  .object({
    schema: z.literal(1),
    state: z.enum(['read', 'not_recognised', 'locked', 'unreadable']).meta({
      description:
        '`not_recognised`: the words of such a statement are not on it; `locked`: a PDF that needs a password',
    }),
    year: z.int().nullable().meta({ description: 'The year it says it is for; null: none was found' }),
    employerNumber: z.string().nullable().meta({ description: 'The number E of an employer' }),
    figures: z.array(
      z.object({
        name: z.enum(figureNames),
        sen: z.int().nonnegative(),
        confidence,
        lines: z.array(lineSchema).meta({ description: 'The lines that add up to it' }),
      }),
    ),
    remarks: z
      .array(lineSchema.extend({ name: z.enum(remarkNames) }))
      .meta({ description: 'Lines of an EA form that are not entered as they stand' }),
    adds: z.boolean().nullable().meta({
      description: 'Whether the total of an EA form is the sum of its lines; null where it has none',
    }),
  })
  .meta({ id: 'StatementReading' })
export type StatementReading = z.output<typeof statementReadingSchema>
export type Figure = StatementReading['figures'][number]
export type Remark = StatementReading['remarks'][number]

/** The statements that are read. */
export const readKinds = [
  'ea-form',
  'epf',
  'socso',
  'insurance',
  'sspn',
  'prs',
  'zakat',
  'housing-loan',
] as const
export type ReadKind = (typeof readKinds)[number]
