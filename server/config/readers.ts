import { textractRegion } from './textract-region.ts'

/** The variables that configure a reader. */
interface ReaderVariables {
  READER_WORKERS?: number | undefined
  TEXTRACT_REGION?: string | undefined
  COGNITO_REGION?: string | undefined
  AWS_REGION?: string | undefined
}

/** The values of READER, with what each takes from the variables. services/readers.ts has an entry for each. */
const configurations = {
  local: ({ READER_WORKERS: workers }: ReaderVariables) => ({ kind: 'local' as const, workers }),
  textract: ({ READER_WORKERS: workers, ...regions }: ReaderVariables) => ({
    kind: 'textract' as const,
    workers,
    region: regions.TEXTRACT_REGION ?? textractRegion(regions.COGNITO_REGION ?? regions.AWS_REGION),
  }),
}

export type ReaderKind = keyof typeof configurations
export const readerKinds = Object.keys(configurations) as ReaderKind[]

/** `workers`: receipts read at the same time; undefined: as many as suit the reader. */
export type ReaderConfig = ReturnType<(typeof configurations)[ReaderKind]>

export const configureReader = (kind: ReaderKind, variables: ReaderVariables): ReaderConfig =>
  configurations[kind](variables)
