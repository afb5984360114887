import type { Field, FieldValues } from '../fields.ts'
import type { Receipt } from '../model.ts'
import type { Evidence } from '../parts.ts'

/** The receipt with the values a person entered, marked as theirs so that no reading replaces them. */
export function withEnteredValues(receipt: Receipt, values: Partial<FieldValues>): Receipt {
  const entered = Object.entries(values).filter(([, value]) => value !== undefined)
  const marks = entered.map(([field]): [string, Evidence] => [field, { by: 'person' }])
  return {
    ...receipt,
    ...Object.fromEntries(entered),
    evidence: { ...receipt.evidence, ...Object.fromEntries(marks) },
  }
}

/** The history entries of a correction: one for each value that differs from the old one. */
export function correctionsOf(
  receipt: Receipt,
  values: Partial<FieldValues>,
  made: { by: string; at: string },
): Receipt['history'] {
  const fields = Object.keys(values) as Field[]
  const changed = fields.filter((field) => values[field] !== undefined && values[field] !== receipt[field])
  return changed.map((field) => ({ field, old: receipt[field], new: values[field], ...made }))
}
