/** What a schema finds wrong with a value: the code of the issue and its limits, as zod names them. */
export interface Violation {
  code: string
  expected?: string
  minimum?: number | bigint
  maximum?: number | bigint
  /** What is counted or measured, e.g. `string`. */
  origin?: string
  values?: readonly unknown[]
  keys?: readonly string[]
}

/** What is wrong with a value of a request. */
export const values = {
  /** @param found what the schema says, in English */
  violation: (_violation: Violation, found: string) => found,
  notValid: 'is not valid',
  // Receipts.
  day: 'must be a day as YYYY-MM-DD',
  notADay: 'is not a day of the calendar',
  dayOutOfRange: 'must lie between 1900 and 2199',
  instant: 'is no instant',
  controlCharacters: 'must not hold control characters',
  currency: 'must be a three-letter currency code such as MYR',
  hash: 'must be a SHA-256 in hexadecimal',
  month: 'must be a month as YYYY-MM',
  needed: 'is needed',
  neededOrPaidOn: 'is needed, or paidOn',
  requiredOrPaidOn: 'is required, or paidOn',
  neededInRinggit: (currency: string) => `is needed: the amount in ringgit of what was paid in ${currency}`,
  otherPurchase: 'must be another receipt, with an amount above zero',
  withinAmount: 'must be within the amount of the receipt',
  onlyForNotes:
    'is only for a refund or credit note that reverses a claim of another year; use `plan` for a plan',
  yearWithoutData: (year: number) => `the year of assessment ${year} has no data`,
  notClaimable: (code: string, year: number) =>
    `${code} cannot be claimed with receipts in the year of assessment ${year}; see GET /tax-years/${year}/reliefs`,
  oneOf: (values: string) => `must be one of ${values}`,
  onlyApportioned: 'is only for a relief that is apportioned over years',
  planTooEarly: 'begins in a year before the payment',
  // Facts and statements.
  claimedWithReceipts: 'is claimed with receipts, not here',
  filedBeforeYear: 'must not be before the year',
  inYear: (year: number) => `must be a day of ${year}`,
  pcbUnknownMonth: 'until May 2023 the deduction ran on the rates of 2022, whose table was not read',
  leftBeforeArrival: 'must not be before the arrival',
  beforeBirth: 'must not be before the birth',
  belongsIn: (member: string) => `belongs in ${member}`,
  unknownIn: (year: number) => `is unknown in ${year}; see GET /tax-years/${year}/reliefs`,
  codeUnknownIn: (year: number) => `is unknown in ${year}`,
  beforeThisYear: 'must be before this year',
  notARelief: 'is not the code of a relief',
  lessThanInterest: 'must not be less than interestSen',
  onlyMarried: 'is only possible for a taxpayer who was married in the year',
  needsSpouse: 'needs a spouse',
  noSpouse: 'cannot be claimed by the spouse, because there is no spouse',
  cannotBeClaimedIn: (year: number) => `cannot be claimed in ${year}`,
  monthNotDue: (month: string) => `${month} is no month in which this was paid or due`,
  noLineOfReturn: (year: number) => `is no line of the return of ${year}`,
}
