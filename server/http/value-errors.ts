import type { ValueError } from '../errors.ts'
import { texts } from '../texts/index.ts'

/** An error of a value as the validation of a route reports it. */
interface Violation {
  instancePath: string
  /** The code of the issue that zod found. */
  keyword: string
  /** The other members of the issue. */
  params: object
  message?: string
}

/** The Malay text of the messages that schemas have of their own, by the English one. */
const inMalay = new Map(
  Object.entries(texts.en.values).flatMap(([key, english]): [string, string][] => {
    const malay = texts.ms.values[key as keyof typeof texts.ms.values]
    return typeof english === 'string' && typeof malay === 'string' ? [[english, malay]] : []
  }),
)

/** What is wrong with a value: as the schema says it in English, and the same in Malay. */
export function valueError({ instancePath, keyword, params, message }: Violation): ValueError {
  const en = message ?? texts.en.values.notValid
  const ms = inMalay.get(en) ?? texts.ms.values.violation({ ...params, code: keyword }, en)
  return { path: instancePath, message: { en, ms } }
}
