import { identity } from './identity.ts'
import { problems } from './problems.ts'

export const en = { identity, problems }

/** The texts of a language. English sets the keys and their arguments. */
export type Texts = typeof en
