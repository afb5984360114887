/**
 * The keys of stored items, in SQLite and in DynamoDB. A key is `<kind>#<rest>`. Stored keys must stay readable: a kind
 * is never renamed or reused for something else.
 */
function kind(name: string) {
  const prefix = `${name}#`
  return {
    /** What every key of this kind begins with, e.g. to list them. */
    prefix,
    of: (...rest: (string | number)[]) => `${prefix}${rest.join('#')}`,
    has: (key: string) => key.startsWith(prefix),
    /** The part of a key after the prefix. */
    rest: (key: string) => key.slice(prefix.length),
  }
}

/** Kinds of keys, each with its meaning. No other file spells a prefix. */
export const storedKeys = {
  // Items of one taxpayer: table `taxpayers` in DynamoDB, `taxpayer_items` in SQLite.

  /** `year#2026`: what the taxpayer entered for a year of assessment. */
  year: kind('year'),
  /**
   * `merchant#<merchant>`: how the taxpayer allocated earlier receipts of a merchant. `merchant#line#<rule>`: how the taxpayer
   * answered the question of a rule about a line, at any merchant.
   */
  merchant: kind('merchant'),
  /** `statement#2026#<id>`: a statement of a year, e.g. an EA form. */
  statement: kind('statement'),
  /** `return#2026`: the lines of a year's return that the taxpayer has entered in e-Filing. */
  taxReturn: kind('return'),
  /** `recurring#2026`: what the taxpayer answered about the months of recurring payments. */
  recurring: kind('recurring'),
  /** `session#<origin_jti>`: a signed-in session. */
  session: kind('session'),
  /** `idem#<Idempotency-Key>`: the receipt that an upload created, kept for 30 days. */
  idempotency: kind('idem'),
  /** `settings#`: what the taxpayer has chosen for the account, e.g. the language. */
  settings: kind('settings'),
  /** `erasing#`: everything of this taxpayer is being erased. */
  erasing: kind('erasing'),
  /** `text#<receipt>`: the text a receipt is searched by. DynamoDB only; SQLite has a full-text table. */
  text: kind('text'),
  /** `filled#`: the taxpayer's older receipts have the look-up keys that a later release added. DynamoDB only. */
  filled: kind('filled'),
  /**
   * `pages#2026-11-30`: pages that were paid for to be read for this taxpayer on a day; of SYSTEM_OWNER `pages#2026-11`, for
   * everybody in a month.
   */
  pages: kind('pages'),
  /** `changes#`: counts changes of this taxpayer's data while somebody follows them. DynamoDB only. */
  changes: kind('changes'),
  /** `part#<receipt>#<write>#<number>`: a piece of a receipt that is too large for one item. DynamoDB only. */
  part: kind('part'),

  // Look-up keys of receipts. Each is stored as an item `<look-up key>#<receipt>` of the taxpayer.

  /** `sha#<SHA-256>`: receipts with this file. */
  file: kind('sha'),
  /** `day#2026-03-14#10640`: receipts of this date and total in sen. */
  dayAndTotal: kind('day'),
  /** `einvoice#<UUID>`: receipts with this e-invoice. */
  einvoice: kind('einvoice'),
  /** `invoice-number#<TIN>#<number>`: receipts with this supplier's e-invoice number. */
  invoiceNumber: kind('invoice-number'),
  /** `note-to#<e-invoice key>`: credit notes to this e-invoice. */
  noteTo: kind('note-to'),
  /** `refund-of#<receipt>`: receipts that a person said give money back for this one. */
  refundOf: kind('refund-of'),
  /** `queue#2026#r`: receipts of this year (`none`: without a date) that need a person; `u`: they could not be read. */
  queue: kind('queue'),

  // Other tables.

  /**
   * `sha256#<hash>`, among the revoked tokens: a token without `jti`, by the SHA-256 of its signed part, in base64url.
   * Earlier releases hashed the whole token; both are read and written.
   */
  revokedToken: kind('sha256'),
  /** `user#<sub>`, among the revoked tokens: every token of this person that was issued before. */
  revokedUser: kind('user'),
  /** `format#`, of the taxpayer SYSTEM_OWNER: the newest format that items have been written in. DynamoDB only. */
  format: kind('format'),
  /** `reading#0` to `reading#3`: partitions of the work index in DynamoDB. */
  workShard: kind('reading'),
}

/** The taxpayer that holds items of the whole installation. No `sub` begins with `#`. */
export const SYSTEM_OWNER = '#system'

/** The look-up key of receipts with allocations to other years than their own. */
export const OTHER_YEARS_KEY = 'other-years'

/** The look-up key of the example receipts. */
export const EXAMPLE_KEY = 'example'

/** The end (exclusive) of the range of keys that begin with `prefix`, whose last character is `#`: `$` comes after `#`. */
export const endOf = (prefix: string) => `${prefix.slice(0, -1)}$`
