import { z } from 'zod'
import { region, tableName, wholeNumber } from '../formats.ts'
import { readerKinds } from '../readers.ts'
import { type Setting, setting } from './setting.ts'

/** Where receipts are kept and what reads them. */
export const storageSettings = {
  STORAGE: setting({
    about:
      'Where receipts and files are kept: under DATA_DIR (local), in DynamoDB and S3 (aws). Default: as for IDENTITY.',
    schema: z.enum(['local', 'aws']).optional(),
    example: 'local',
  }),
  S3_BUCKET_NAME: setting({
    about: 'The bucket of the files.',
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, not its address or ARN')
      .optional(),
    example: 'my-tax-receipts',
  }),
  S3_OBJECT_LOCK: setting({
    about:
      'Holds the originals of confirmed receipts in a bucket with Object Lock until the law lets them go: against ' +
      'everybody but administrators who may bypass it (governance), or everybody (compliance).',
    schema: z.enum(['off', 'governance', 'compliance']).default('off'),
    example: 'governance',
  }),
  AWS_REGION: setting({
    about: 'The region of the tables and the bucket. Default: COGNITO_REGION.',
    schema: region.optional(),
    example: 'ap-southeast-5',
  }),
  RECEIPT_TABLE: setting({
    about: 'The DynamoDB table of the receipts.',
    schema: tableName.default('receipts'),
    example: 'receipts',
  }),
  BLACKLIST_TOKEN_TABLE: setting({
    about: 'The DynamoDB table of the tokens that were signed out.',
    schema: tableName.default('my-blacklist-token'),
    example: 'my-blacklist-token',
  }),
  TAXPAYER_TABLE: setting({
    about: 'The DynamoDB table of what else is kept for each person.',
    schema: tableName.default('taxpayers'),
    example: 'taxpayers',
  }),
  READER: setting({
    about:
      'What reads the pictures: OCR on this machine (local), Amazon Textract (textract). Default: as for IDENTITY.',
    schema: z.enum(readerKinds).optional(),
    example: 'local',
  }),
  READER_WORKERS: setting({
    about:
      'Pictures read at the same time. On this machine each takes one core and up to 1 GB. Default: by cores and memory.',
    schema: wholeNumber(1, 64).optional(),
    example: '2',
  }),
  TEXTRACT_REGION: setting({
    about: "The region of Textract. Default: the pool's where Textract exists, else ap-southeast-1.",
    schema: region.optional(),
    example: 'ap-southeast-1',
  }),
  TEXTRACT_CALLS_PER_SECOND: setting({
    about:
      'Calls of Textract that a process begins in a second. The quota is of the whole account (Service Quotas, AnalyzeExpense).',
    schema: wholeNumber(1, 100).default(2),
    example: '2',
  }),
  TEXTRACT_PAGES_PER_DAY: setting({
    about:
      "Pages that Textract reads for one person in a day of Malaysia; further receipts wait for the next. At least 30, a file's most.",
    schema: wholeNumber(30, 1_000_000).default(200),
    example: '200',
  }),
  TEXTRACT_PAGES_PER_MONTH: setting({
    about:
      'Pages that Textract reads for everybody together in a month; 1,000 cost about US$10. Further receipts wait for the next month.',
    schema: wholeNumber(30, 100_000_000).default(5000),
    example: '5000',
  }),
} satisfies Record<string, Setting>
