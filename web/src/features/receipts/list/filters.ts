/** A change of the list's filters; undefined takes one away. */
export interface Filters {
  text?: string | undefined
  status?: (typeof statuses)[number] | undefined
  relief?: string | undefined
  person?: string | undefined
  minSen?: number | undefined
  maxSen?: number | undefined
  certificate?: 'missing' | undefined
  trash?: true | undefined
}

export const statuses = ['needs_review', 'confirmed', 'unreadable', 'reading'] as const
export const people = [
  'self',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'former-wife',
  'dependant',
] as const
