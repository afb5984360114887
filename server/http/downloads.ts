import { z } from 'zod'

const bytes = z.string().meta({ format: 'binary' })

/** A response that is a file of one of these types; for the API description. */
export const download = <const Type extends string>(description: string, types: readonly Type[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: bytes }])) as Record<
    Type,
    { schema: typeof bytes }
  >,
})

/** A response without a body; for the API description. */
export const empty = (description: string) => z.null().meta({ description })
