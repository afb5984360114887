import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldNames, receiptFields } from '../../server/receipts/fields.ts'
import { fieldKinds } from '../../web/src/ui/receipt-fields/field-kinds.ts'

test('the app has an input for each field that the table of fields gives it', () => {
  assert.deepEqual(
    Object.keys(fieldKinds).sort(),
    fieldNames.filter((name) => receiptFields[name].app).sort(),
  )
})
