import { textractRegion } from './textract-region.ts'

/** The variables that configure a reader. */
interface ReaderVariables {
  READER_WORKERS?: number | undefined
  TEXTRACT_REGION?: string | undefined
  COGNITO_REGION?: string | undefined
  AWS_REGION?: string | undefined
  TEXTRACT_CALLS_PER_SECOND: number
  TEXTRACT_PAGES_PER_DAY: number
  TEXTRACT_PAGES_PER_MONTH: number
}

/** The values of READER, with what each takes from the variables. services/readers.ts has an entry for each. */
const configurations = {
  local: ({ READER_WORKERS: workers }: ReaderVariables) => ({ kind: 'local' as const, workers }),
  textract: ({ READER_WORKERS: workers, ...values }: ReaderVariables) => ({
    kind: 'textract' as const,
    workers,
    region: values.TEXTRACT_REGION ?? textractRegion(values.COGNITO_REGION ?? values.AWS_REGION),
    callsPerSecond: values.TEXTRACT_CALLS_PER_SECOND,
    pageLimits: { perDay: values.TEXTRACT_PAGES_PER_DAY, perMonth: values.TEXTRACT_PAGES_PER_MONTH },
  }),
}

export type ReaderKind = keyof typeof configurations
export const readerKinds = Object.keys(configurations) as ReaderKind[]

/** `workers`: receipts read at the same time; undefined: as many as suit the reader. */
export type ReaderConfig = ReturnType<(typeof configurations)[ReaderKind]>

export const configureReader = (kind: ReaderKind, variables: ReaderVariables): ReaderConfig =>
  configurations[kind](variables)
