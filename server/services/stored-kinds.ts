import { erasureMarkKind } from '../accounts/erasure/mark.ts'
import { settingsKind } from '../accounts/settings.ts'
import { decisionsKind } from '../suggestions/decisions.ts'
import { enteredLinesKind } from '../taxpayer/entered-lines.ts'
import { recurringAnswersKind } from '../taxpayer/recurring-answers.ts'
import type { StoredKind } from '../taxpayer/stored-items.ts'
import { factsKind, statementKind } from '../taxpayer/stored-kinds.ts'

/** Every kind of item that is stored for a taxpayer as a document. */
export const storedKinds: readonly StoredKind[] = [
  factsKind,
  statementKind,
  enteredLinesKind,
  recurringAnswersKind,
  decisionsKind,
  settingsKind,
  erasureMarkKind,
]
