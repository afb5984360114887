import { identity } from './identity.ts'
import { problems } from './problems.ts'
import { suggestions } from './suggestions.ts'

export const en = { identity, problems, suggestions }

/** The texts of a language. English sets the keys and their arguments. */
export type Texts = typeof en
