import type { PageText } from '../page-text.ts'
import { readEaForm } from './ea-form.ts'
import type { ReadKind, StatementReading } from './model.ts'
import { readOtherStatement } from './other-statements.ts'

export * from './model.ts'

/** A reading that found nothing, and why. */
export const nothingRead = (state: StatementReading['state']): StatementReading => ({
  schema: 1,
  state,
  year: null,
  employerNumber: null,
  figures: [],
  remarks: [],
  adds: null,
})

/** Reads a statement of a kind from the text of its pages, by its labels in Malay or English. */
export function readStatement(kind: ReadKind, pages: PageText[]): StatementReading {
  const read = kind === 'ea-form' ? readEaForm(pages) : readOtherStatement(kind, pages)
  return read ? { schema: 1, state: 'read', ...read } : nothingRead('not_recognised')
}
