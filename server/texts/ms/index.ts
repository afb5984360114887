import type { Texts } from '../en/index.ts'
import { problems } from './problems.ts'

export const ms: Texts = { problems }
