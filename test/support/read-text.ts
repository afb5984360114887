import assert from 'node:assert/strict'
import { type Fields, readFields } from '../../server/reading/fields/index.ts'
import { pageOf } from './page-of.ts'

/** The day on which the receipts of the tests are read. */
export const TODAY = '2026-11-20'

/** What the field rules read from a text that `pageOf` lays out. */
export const readText = (text: string | string[], today = TODAY): Fields =>
  readFields([pageOf(text)], { today })

/** The confidence from which a person need not look again. */
export const SURE = 0.9
/** The confidence below which a value is in question. */
export const IN_QUESTION = 0.8

/** A confidence is stated so that nobody needs to look again, or so that the value is in question. */
export function assertStated(confidence: number, stated: 'sure' | 'in question' | undefined) {
  if (stated === 'sure') assert.ok(confidence >= SURE, `${confidence}`)
  if (stated === 'in question') assert.ok(confidence < IN_QUESTION, `${confidence}`)
}
