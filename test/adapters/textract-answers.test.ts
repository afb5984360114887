import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Answer, toPageText } from '../../server/adapters/textract/answer.ts'
import { readFields } from '../../server/reading/fields/index.ts'
import { IN_QUESTION, SURE, TODAY } from '../support/read-text.ts'
import { type AnswerField, answerOf } from '../support/textract.ts'

const readAs = (lines: string[], ...fields: AnswerField[]) =>
  readFields([toPageText(answerOf(lines, fields) as Answer, { width: 800, height: 1200 })], { today: TODAY })

describe('what Textract recognises is evidence for the rules', () => {
  const HEAD = ['KEDAI MAJU', 'DATE 03/04/2026']

  for (const type of ['SERVICE_CHARGE', 'GRATUITY'])
    test(`${type} and SUBTOTAL prove the amount that they come to`, () => {
      const lines = [...HEAD, 'X 40.00', 'Y 4.00', 'Z 44.00']
      const alone = readAs(lines).totalSen
      assert.ok(alone && alone.confidence < IN_QUESTION, JSON.stringify(alone))
      const proven = readAs(lines, { type: 'SUBTOTAL', text: '40.00' }, { type, text: '4.00' }).totalSen
      assert.equal(proven?.value, 4400)
      assert.ok(proven && proven.confidence >= SURE, JSON.stringify(proven))
    })

  test('DISCOUNT proves the total that it leaves', () => {
    const lines = [...HEAD, 'X 40.00', 'Y 4.00', 'TOTAL 36.00']
    const subtotal = { type: 'SUBTOTAL', text: '40.00' }
    const [alone, proven] = [
      readAs(lines, subtotal).totalSen,
      readAs(lines, subtotal, { type: 'DISCOUNT', text: '4.00' }).totalSen,
    ]
    assert.equal(proven?.value, 3600)
    assert.ok(alone && proven && proven.confidence > alone.confidence, JSON.stringify([alone, proven]))
  })

  for (const type of ['VENDOR_VAT_NUMBER', 'VENDOR_GST_NUMBER', 'TAX_PAYER_ID']) {
    test(`${type} is the company's number where it is one`, () => {
      const lines = [...HEAD, 'TOTAL 11.00']
      assert.equal(readAs(lines, { type, text: '202301004321' }).companyNumber?.value, '202301004321')
      assert.equal(readAs(lines, { type, text: 'W10-1808-32000123' }).companyNumber, null)
    })
    test(`${type} gives way to the number on the page`, () => {
      const lines = ['KEDAI MAJU SDN BHD (1234567-H)', ...HEAD, 'TOTAL 11.00']
      assert.equal(readAs(lines, { type, text: '202301004321' }).companyNumber?.value, '1234567-H')
    })
  }

  describe('of names and addresses', () => {
    const lines = ['AMAN LESTARI', 'SUITE BINTANG', 'DATE 03/04/2026', 'TOTAL 11.00']
    const cases: [what: string, field: AnswerField | null, merchant: string][] = [
      ['without any, the first line', null, 'AMAN LESTARI'],
      ['NAME of the VENDOR', { type: 'NAME', text: 'SUITE BINTANG', group: 'VENDOR' }, 'SUITE BINTANG'],
      ['NAME of the RECEIVER', { type: 'NAME', text: 'SUITE BINTANG', group: 'RECEIVER' }, 'AMAN LESTARI'],
      ['VENDOR_ADDRESS', { type: 'VENDOR_ADDRESS', text: 'AMAN LESTARI' }, 'SUITE BINTANG'],
      ['ADDRESS of the VENDOR', { type: 'ADDRESS', text: 'AMAN LESTARI', group: 'VENDOR' }, 'SUITE BINTANG'],
      ['RECEIVER_NAME', { type: 'RECEIVER_NAME', text: 'AMAN LESTARI' }, 'SUITE BINTANG'],
    ]
    for (const [what, field, merchant] of cases)
      test(`${what}: ${merchant}`, () =>
        assert.equal(readAs(lines, ...(field ? [field] : [])).merchant?.value, merchant))
  })

  test('Currency.Code decides what a shared sign leaves open, and nothing else', () => {
    const total = { type: 'TOTAL', text: '$11.00', label: 'TOTAL', currency: 'SGD' }
    const lines = ['CAFE DE FLORE', 'DATE 03/04/2026', 'TOTAL $11.00']
    assert.equal(readAs(lines).currency, null)
    assert.equal(readAs(lines, total).currency, 'SGD')
    assert.equal(readAs([...lines.slice(0, 2), 'TOTAL RM11.00'], total).currency, 'MYR')
  })

  test('a date beside its pattern is read by it, and the hint agrees with either', () => {
    const lines = ['KEDAI MAJU', 'DATE (YY/MM/DD): 26/03/05', 'TOTAL 11.00']
    const { date } = readAs(lines, { type: 'INVOICE_RECEIPT_DATE', text: '26/03/05' })
    assert.equal(date?.value, '2026-03-05')
  })
})
