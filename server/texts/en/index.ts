import { identity } from './identity.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { suggestions } from './suggestions.ts'
import { warnings } from './warnings.ts'

export const en = { identity, people, problems, suggestions, warnings }

/** The texts of a language. English sets the keys and their arguments. */
export type Texts = typeof en
