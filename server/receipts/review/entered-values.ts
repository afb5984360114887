import { type Allocation, inYearsOfPlan } from '../allocation.ts'
import type { Field, FieldValues } from '../fields.ts'
import { type Receipt, yearOfAssessment } from '../model.ts'
import type { Evidence } from '../parts.ts'

/** Who changed a receipt, and when. */
export interface ChangedBy {
  by: string
  at: string
}

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

/** As withEnteredValues, with the corrections in the history and the allocations in the years they now belong to. */
export function withCorrections(receipt: Receipt, values: Partial<FieldValues>, made: ChangedBy): Receipt {
  const corrected = withEnteredValues(receipt, values)
  const years = [yearOfAssessment(receipt), yearOfAssessment(corrected)] as const
  return {
    ...corrected,
    history: [...receipt.history, ...correctionsOf(receipt, values, made)],
    allocations: inYearsOfPlan(receipt.allocations, ...years),
  }
}

/** The receipt with other allocations, and the change in its history. */
export function withAllocations(receipt: Receipt, allocations: Allocation[], made: ChangedBy): Receipt {
  const correction = { field: 'allocations', old: receipt.allocations, new: allocations, ...made }
  return { ...receipt, allocations, history: [...receipt.history, correction] }
}

/** The history entries of a correction: one for each value that differs from the old one. */
function correctionsOf(receipt: Receipt, values: Partial<FieldValues>, made: ChangedBy): Receipt['history'] {
  const fields = Object.keys(values) as Field[]
  const changed = fields.filter((field) => values[field] !== undefined && values[field] !== receipt[field])
  return changed.map((field) => ({ field, old: receipt[field], new: values[field], ...made }))
}
