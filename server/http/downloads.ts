import { z } from 'zod'

const bytes = z.string().meta({ format: 'binary' })

/** What a JSON file is to a client that reads the answer by its media type. */
const json = z.looseObject({}).meta({ description: 'The file' })
type Described<Type extends string> = Record<
  Type,
  { schema: Type extends 'application/json' ? typeof json : typeof bytes }
>

/** A response that is a file of one of these types; for the API description. */
export const download = <const Type extends string>(description: string, types: readonly Type[]) => ({
  description,
  content: Object.fromEntries(
    types.map((type) => [type, { schema: type === 'application/json' ? json : bytes }]),
  ) as Described<Type>,
})

/** A response without a body; for the API description. */
export const empty = (description: string) => z.null().meta({ description })
