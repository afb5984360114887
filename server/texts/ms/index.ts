import type { Texts } from '../en/index.ts'
import { identity } from './identity.ts'
import { problems } from './problems.ts'
import { suggestions } from './suggestions.ts'

export const ms: Texts = { identity, problems, suggestions }
