import type { Texts } from '../en/index.ts'
import { identity } from './identity.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { suggestions } from './suggestions.ts'
import { warnings } from './warnings.ts'

export const ms: Texts = { identity, people, problems, suggestions, warnings }
