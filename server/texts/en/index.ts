import { problems } from './problems.ts'

export const en = { problems }

/** The texts of a language. English sets the keys and their arguments. */
export type Texts = typeof en
