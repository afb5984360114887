import type { Beneficiary } from '../law/relief.ts'
import { needsCertificate } from './allocation.ts'
import { ringgitOf } from './model.ts'
import type { Summary } from './record.ts'

/** What the rows of a list can be narrowed to; all that are given must hold. */
export interface ListFilter {
  /** A part of it counts for one of these reliefs; of an unconfirmed receipt also: is suggested to. */
  reliefs?: ReadonlySet<string> | undefined
  /** A part of it was bought for them; together with `reliefs`, the same part. */
  person?: Beneficiary | undefined
  /** Bounds of the amount in ringgit, both included. */
  minSen?: number | undefined
  maxSen?: number | undefined
  /** A certificate is needed, and none is kept with it. */
  certificate?: 'missing' | undefined
  /** Whether it is one of the examples. */
  example?: boolean | undefined
}

/** The filter as a condition of rows; undefined: every row. */
export function rowFilter(filter: ListFilter): ((row: Summary) => boolean) | undefined {
  const { reliefs, person, minSen, maxSen, certificate, example } = filter
  const conditions: ((row: Summary) => boolean)[] = []
  if (reliefs !== undefined || person !== undefined) conditions.push((row) => hasPart(row, reliefs, person))
  if (minSen !== undefined) conditions.push((row) => (ringgitOf(row) ?? -Infinity) >= minSen)
  if (maxSen !== undefined) conditions.push((row) => (ringgitOf(row) ?? Infinity) <= maxSen)
  if (certificate)
    conditions.push(({ certified, allocations }) => !certified && allocations.some(needsCertificate))
  if (example !== undefined) conditions.push((row) => row.example === example)
  return conditions.length > 0 ? (row) => conditions.every((holds) => holds(row)) : undefined
}

function hasPart(
  { status, allocations, suggested }: Summary,
  reliefs: ReadonlySet<string> | undefined,
  person: Beneficiary | undefined,
) {
  const isPart = allocations.some(
    (part) =>
      (reliefs === undefined || (part.relief !== null && reliefs.has(part.relief))) &&
      (person === undefined || part.person === person),
  )
  const isSuggested =
    status !== 'confirmed' && person === undefined && suggested.some(({ relief }) => reliefs?.has(relief))
  return isPart || isSuggested
}
