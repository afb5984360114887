import type { Texts } from '../en/index.ts'
import { files } from './files.ts'
import { identity } from './identity.ts'
import { law } from './law.ts'
import { pcb } from './pcb.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { readiness } from './readiness.ts'
import { reasons } from './reasons.ts'
import { refusals } from './refusals.ts'
import { suggestions } from './suggestions.ts'
import { values } from './values.ts'
import { warnings } from './warnings.ts'

export const ms: Texts = {
  files,
  identity,
  law,
  pcb,
  people,
  problems,
  readiness,
  reasons,
  refusals,
  suggestions,
  values,
  warnings,
}
