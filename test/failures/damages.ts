import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { originalKey, textKey, viewKey } from '../../server/receipts/files/keys.ts'
import type { TestApp } from '../support/app.ts'
import {
  type Damage,
  damageAttributes,
  damageItem,
  damageReceipt,
  itemsOf,
  type Stored,
} from '../support/damage.ts'
import { type Person, YEAR } from '../support/everything.ts'

/** Damages a record of a person. Doing it again leaves it damaged in the same way. */
export type DamageOf = (app: TestApp, person: Person) => Promise<void>

const receipt =
  (damage: Damage): DamageOf =>
  (app, person) =>
    damageReceipt(app, person.receipt.id, damage)

const attributes =
  (change: (item: Stored) => Stored): DamageOf =>
  (app, person) =>
    damageAttributes(app, person.receipt.id, change)

const item =
  (prefix: (person: Person) => string, change: (data: Stored) => Stored | string): DamageOf =>
  async (app, person) => {
    const userId = person.client.sub
    for (const name of await itemsOf(app, userId, prefix(person))) {
      await damageItem(app, { userId, item: name }, change)
    }
  }

const file =
  (keyOf: (...ids: [string, string, string]) => string, bytes: Uint8Array | null): DamageOf =>
  async ({ services }, { client, receipt: { id, files } }) => {
    const key = keyOf(client.sub, id, files[0].id)
    if (bytes) await services.receipts.files.write(key, bytes)
    else await services.receipts.files.removeAll(key)
  }

const withoutAll = () => ({})
const noJson = () => '{"merchant": "KED'

type Ways = Record<string, DamageOf>

/** Some of the ways: what is left after the encoding of a store is the same JSON in both. */
const some = (ways: Ways, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, ways[name] as DamageOf]))

const receiptWays = {
  'a detail that is no JSON': receipt({ detail: noJson }),
  'a detail without anything': receipt({ detail: withoutAll }),
  'a value of another type': receipt({ detail: (detail) => ({ ...detail, taxSen: 'a lot' }) }),
  'files of another type': receipt({ detail: (detail) => ({ ...detail, files: 'none' }) }),
  'a time that is none': receipt({ detail: (detail) => ({ ...detail, updatedAt: 'yesterday' }) }),
  'a row that is no JSON': receipt({ summary: noJson }),
  'a row without anything': receipt({ summary: withoutAll }),
  'an unknown status': receipt({ summary: (row) => ({ ...row, status: 'lost' }) }),
  'allocations of another type': receipt({ summary: (row) => ({ ...row, allocations: 7 }) }),
}

/** Ways to damage a receipt's record; both stores read the same JSON, so a few are enough on AWS. */
export const receiptDamages = (isAws: boolean): Ways =>
  isAws
    ? some(receiptWays, ['a detail that is no JSON', 'a row that is no JSON', 'an unknown status'])
    : receiptWays

/** Ways to damage a receipt in DynamoDB, whose attributes have no types of their own. */
export const attributeDamages: Ways = {
  'no row': attributes(({ summary, ...rest }) => rest),
  'a row of another type': attributes((stored) => ({ ...stored, summary: 7 })),
  'a truncated row': attributes((stored) => ({
    ...stored,
    summary: (stored.summary as Uint8Array).slice(0, 9),
  })),
  'no detail': attributes(({ detail, ...rest }) => rest),
  'a truncated detail': attributes((stored) => ({
    ...stored,
    detail: (stored.detail as Uint8Array).slice(0, 40),
  })),
  'a detail that is not packed': attributes((stored) => ({ ...stored, detail: randomBytes(80) })),
  'parts that are lost': attributes(({ detail, ...stored }) => ({ ...stored, parted: 400_000 })),
  'a version of another type': attributes((stored) => ({ ...stored, version: 'second' })),
}

const facts = () => `year#${YEAR}`
const factsWays = {
  'no JSON': item(facts, noJson),
  'without a format': item(facts, ({ schema, ...rest }) => rest),
  'a value of another type': item(facts, (data) => ({ ...data, income: 'a lot' })),
  'an unknown value': item(facts, (data) => ({ ...data, sex: 'unknown' })),
  'an unknown member': item(facts, (data) => ({ ...data, shoeSize: 38 })),
}
export const factsDamages = (isAws: boolean): Ways =>
  isAws ? some(factsWays, ['no JSON', 'a value of another type']) : factsWays

const statement = ({ statement: { id } }: Person) => `statement#${YEAR}#${id}`
const statementWays = {
  'no JSON': item(statement, noJson),
  'without anything': item(statement, withoutAll),
  'an unknown kind': item(statement, (data) => ({ ...data, kind: 'poem' })),
  'a file of another type': item(statement, (data) => ({ ...data, file: 7 })),
}
export const statementDamages = (isAws: boolean): Ways =>
  isAws ? some(statementWays, ['no JSON', 'a file of another type']) : statementWays

const entered = () => `return#${YEAR}`
export const enteredLinesDamages: Ways = {
  'no JSON': item(entered, noJson),
  'amounts of another type': item(entered, (data) => ({ ...data, entered: { lifestyle: 'all' } })),
}

const recurring = () => `recurring#${YEAR}`
export const recurringDamages: Ways = {
  'no JSON': item(recurring, noJson),
  'answers of another type': item(recurring, (data) => ({ ...data, series: 'none' })),
}

export const decisionDamages: Ways = {
  'no JSON': item(() => 'merchant#', noJson),
  'another type': item(
    () => 'merchant#',
    () => ({ relief: 'lifestyle' }),
  ),
}

const session = ({ client }: Person) => `session#${client.claims.origin_jti}`
export const sessionDamages: Ways = {
  'no JSON': item(session, noJson),
  'without anything': item(session, withoutAll),
  'a time that is none': item(session, (data) => ({ ...data, lastUsedAt: 'yesterday' })),
}

const key = ({ idempotencyKey }: Person) => `idem#${idempotencyKey}`
export const keyDamages: Ways = {
  'no JSON': item(key, noJson),
  'without anything': item(key, withoutAll),
}

export const textDamages: Ways = {
  'a text that is not packed': file(textKey, Buffer.from('KEDAI')),
  'a truncated text': file(textKey, gzipSync('[{"page": 1, "lines": []}]').subarray(0, 20)),
  'a text of another type': file(textKey, gzipSync('{"page": 1}')),
}

const searchText = ({ receipt: { id } }: Person) => `text#${id}`
/** In DynamoDB. */
export const searchTextDamages: Ways = {
  'a text that is not packed': item(searchText, (stored) => ({
    ...stored,
    fields: randomBytes(40),
    pages: randomBytes(40),
  })),
  'a text of another type': item(searchText, (stored) => ({ ...stored, fields: 7, pages: 'kedai' })),
}

export const thumbnailDamages: Ways = {
  'no picture': file((...ids) => viewKey(...ids, 'thumbnail'), Buffer.from('RIFF')),
}

export const originalDamages: Ways = {
  'an original that is missing': file(originalKey, null),
  'an original with other bytes': file(originalKey, Buffer.from('not a picture')),
}

/** The first way of a kind. */
export const first = (ways: Ways) => Object.values(ways)[0] as DamageOf

/** Damages one record of each kind that both stores have. */
export async function damageOneOfEach(app: TestApp, person: Person) {
  for (const ways of [
    receiptDamages(false),
    factsDamages(false),
    statementDamages(false),
    decisionDamages,
    enteredLinesDamages,
    recurringDamages,
    keyDamages,
    sessionDamages,
  ]) {
    await first(ways)(app, person)
  }
}
