import { z } from 'zod'
import { texts } from '../texts/index.ts'
import { day, sen } from './values.ts'

/**
 * The decisions each field of a receipt needs. Everything that handles fields one by one derives from these or is typed
 * by them; `null` and `false` are decisions too.
 */
interface Decisions {
  /** Who provides the value: a reader, whose value a person may correct, or only a person. */
  setBy: 'reader' | 'person'
  /** Characters at most; null where the schema bounds the value by other means. */
  maxLength: number | null
  /** Whether the text search finds a receipt by it. */
  searched: boolean
  /** In the row of a list: as it is, derived from it (record.ts), or only in the detail. */
  row: 'value' | 'derived' | null
  /** Whether the JSON export of a year has it. */
  json: boolean
  /** The column of the CSV and XLSX exports that shows it (exports/rows.ts). */
  column: string | null
  /** Whether the app has an input for it. */
  app: boolean
  /** The title of its column in the table that `npm run read` prints. */
  printed: string | null
}

/** @param empty its value while nothing is known, also on receipts stored before the field existed */
const field = <Schema extends z.ZodType, const Chosen extends Decisions>(
  schema: Schema,
  empty: NoInfer<z.output<Schema>>,
  decisions: Chosen,
) => ({ schema, empty, ...decisions })

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, texts.en.values.controlCharacters)

/** Every value of a receipt. To add one, add it here and follow the compiler. */
export const receiptFields = {
  merchant: field(text(120).nullable(), null, {
    setBy: 'reader',
    maxLength: 120,
    searched: true,
    row: 'derived',
    json: true,
    column: 'merchant',
    app: true,
    printed: 'merchant',
  }),
  date: field(day.nullable().meta({ description: 'The day printed on the receipt' }), null, {
    setBy: 'reader',
    maxLength: null,
    searched: false,
    row: 'value',
    json: true,
    column: 'day',
    app: true,
    printed: 'date',
  }),
  totalSen: field(sen.nullable(), null, {
    setBy: 'reader',
    maxLength: null,
    searched: false,
    row: 'value',
    json: true,
    column: 'total',
    app: true,
    printed: 'total',
  }),
  taxSen: field(sen.nullable(), null, {
    setBy: 'reader',
    maxLength: null,
    searched: false,
    row: null,
    json: true,
    column: null,
    app: true,
    printed: 'tax',
  }),
  receiptNumber: field(text(80).nullable(), null, {
    setBy: 'reader',
    maxLength: 80,
    searched: true,
    row: null,
    json: true,
    column: 'receiptNumber',
    app: true,
    printed: 'receipt number',
  }),
  companyNumber: field(text(80).nullable(), null, {
    setBy: 'reader',
    maxLength: 80,
    searched: true,
    row: null,
    json: true,
    column: 'companyNumber',
    app: true,
    printed: null,
  }),
  brand: field(
    text(120).nullable().meta({
      description:
        'The name the shop trades under, where one is printed; the merchant itself or another name',
    }),
    null,
    {
      setBy: 'reader',
      maxLength: 120,
      searched: true,
      row: null,
      json: true,
      column: 'brand',
      app: true,
      printed: null,
    },
  ),
  legalName: field(
    text(120).nullable().meta({
      description:
        'The registered name of the company or business, where one is printed; companyNumber is its number',
    }),
    null,
    {
      setBy: 'reader',
      maxLength: 120,
      searched: true,
      row: null,
      json: true,
      column: 'legalName',
      app: true,
      printed: null,
    },
  ),
  currency: field(
    z
      .string()
      .regex(/^[A-Z]{3}$/, texts.en.values.currency)
      .nullable()
      .meta({
        description:
          'ISO 4217; null where nothing on the receipt tells which, so that a person is asked. Where little tells that ' +
          'it is ringgit, `evidence.currency` has a confidence below 0.8, and it is confirmed with `changes.currency` only',
        example: 'MYR',
      }),
    'MYR',
    {
      setBy: 'reader',
      maxLength: 3,
      searched: false,
      row: 'value',
      json: true,
      column: null,
      app: true,
      printed: null,
    },
  ),
  paidOn: field(
    day.nullable().meta({ description: 'The day of payment; decides the year of assessment. Default: date' }),
    null,
    {
      setBy: 'person',
      maxLength: null,
      searched: false,
      row: 'derived',
      json: true,
      column: 'day',
      app: true,
      printed: null,
    },
  ),
  myrSen: field(
    sen.nullable().meta({ description: 'What was paid in sen, where the currency is not MYR' }),
    null,
    {
      setBy: 'person',
      maxLength: null,
      searched: false,
      row: 'value',
      json: true,
      column: 'total',
      app: true,
      printed: null,
    },
  ),
  note: field(z.string().trim().max(2000), '', {
    setBy: 'person',
    maxLength: 2000,
    searched: true,
    row: null,
    json: true,
    column: 'note',
    app: true,
    printed: null,
  }),
}

type Table = typeof receiptFields
export type Field = keyof Table
/** The names of the fields with this decision. */
export type FieldWith<Decision extends keyof Decisions, Value extends Decisions[Decision]> = {
  [Name in Field]: Table[Name][Decision] extends Value ? Name : never
}[Field]

export type ReadableField = FieldWith<'setBy', 'reader'>
/** The columns of an exported table that show fields. */
export type FieldColumn = NonNullable<Table[Field]['column']>

export type FieldValues = { [Name in Field]: z.output<Table[Name]['schema']> }

export const fieldNames = Object.keys(receiptFields) as Field[]

/** The names of the fields with this decision, in the order of the table. */
export const fieldsWith = <Decision extends keyof Decisions, Value extends Decisions[Decision]>(
  decision: Decision,
  value: Value,
) =>
  fieldNames.filter((name) => (receiptFields[name] as Decisions)[decision] === value) as FieldWith<
    Decision,
    Value
  >[]

export const readableFieldNames = fieldsWith('setBy', 'reader')

const mapFields = <Out>(of: (name: Field) => unknown) =>
  Object.fromEntries(fieldNames.map((name) => [name, of(name)])) as Out

export const fieldSchemas = mapFields<{ [Name in Field]: Table[Name]['schema'] }>(
  (name) => receiptFields[name].schema,
)

/** What a person may change. Only a reading leaves the currency open. */
export const editableFields = { ...fieldSchemas, currency: fieldSchemas.currency.unwrap() }

export const emptyFields = mapFields<FieldValues>((name) => receiptFields[name].empty)

/** Those values of an object that are fields with this decision. */
export const pickFields = <Decision extends keyof Decisions, Value extends Decisions[Decision]>(
  values: FieldValues,
  decision: Decision,
  value: Value,
) =>
  Object.fromEntries(fieldsWith(decision, value).map((name) => [name, values[name]])) as Pick<
    FieldValues,
    FieldWith<Decision, Value>
  >
