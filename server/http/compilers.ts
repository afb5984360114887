import type { FastifyServerOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>
type Factories = NonNullable<SchemaController['compilersFactory']>

/**
 * Every schema of a route is one of Zod. Without this, Fastify loads its two libraries for JSON Schema at start. Its types
 * know no other schemas, so these have to be cast.
 */
export const zodSchemas: SchemaController = {
  compilersFactory: {
    buildValidator: (() => validatorCompiler) as unknown as NonNullable<Factories['buildValidator']>,
    buildSerializer: (() => serializerCompiler) as unknown as NonNullable<Factories['buildSerializer']>,
  },
}
