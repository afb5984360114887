import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import { apiGuide } from './api-guide.ts'
import { zodSchemas } from './compilers.ts'
import { addCurlSamples } from './curl-samples.ts'
import { type RouteTraits, refusalResponses } from './refusals.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The API description, an OpenAPI document. */
    describeApi(): Promise<object>
  }
}

const MULTIPART_FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
}

/**
 * `/openapi.json`, from the schemas that validate requests and responses. Registered before the routes it describes. It
 * is made when somebody first asks for it.
 */
export const openApi = fp(async (app: FastifyInstance, { publicUrl }: { publicUrl: string }) => {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', ({ method, url, schema, config }) => {
    if (method !== 'HEAD') routes.push({ method, url, schema, config, handler: async () => {} })
  })
  let description: Promise<object> | undefined
  app.decorate('describeApi', () => {
    description ??= describe(routes, publicUrl)
    return description
  })
  app.get('/openapi.json', { config: { public: true }, schema: { hide: true } }, () => app.describeApi())
})

async function describe(routes: RouteOptions[], publicUrl: string): Promise<object> {
  const { default: swagger } = await import('@fastify/swagger')
  // An application that does not listen: it has the routes, and no more.
  const app = Fastify({ schemaController: zodSchemas })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Malaysian Tax Tracker',
        version: '1',
        description: apiGuide(publicUrl),
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          cookie: {
            type: 'apiKey',
            in: 'cookie',
            name: 'access_token',
            description: 'On https `__Host-access_token` is set as well, and decides when both are sent.',
          },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
    transform(input) {
      const { schema, url } = jsonSchemaTransform(input as Parameters<typeof jsonSchemaTransform>[0])
      const { public: isPublic, upload, refusals } = input.route.config ?? {}
      return {
        url,
        schema: {
          ...schema,
          response: {
            ...(schema.response as object | undefined),
            ...refusalResponses(traitsOf(input.route), refusals),
          },
          ...(isPublic && !schema.security && { security: [] }),
          ...(upload && { consumes: ['multipart/form-data'], body: MULTIPART_FILE }),
        },
      }
    },
    transformObject(input) {
      const described = jsonSchemaTransformObject(input) as Partial<OpenAPIV3_1.Document>
      markOptionalBodies(described)
      addCurlSamples(described, publicUrl)
      return described
    },
  })
  for (const route of routes) app.route(route)
  await app.ready()
  return app.swagger()
}

/** A body that may be null may be left out; Swagger describes every body as required. */
function markOptionalBodies({ paths = {} }: Partial<OpenAPIV3_1.Document>) {
  for (const operations of Object.values(paths)) {
    for (const operation of Object.values(operations ?? {})) {
      const { requestBody } = operation as OpenAPIV3_1.OperationObject
      if (!requestBody || !('content' in requestBody)) continue
      const schemas = Object.values(requestBody.content).map(
        ({ schema }) => schema as OpenAPIV3_1.SchemaObject,
      )
      if (schemas.some(({ anyOf = [] }) => anyOf.some((one) => 'type' in one && one.type === 'null')))
        requestBody.required = false
    }
  }
}

function traitsOf({ method, config = {}, schema = {} }: RouteOptions): RouteTraits {
  const headers = schema.headers instanceof z.ZodObject ? Object.keys(schema.headers.shape) : []
  return {
    isPublic: Boolean(config.public),
    isChange: ![method].flat().includes('GET'),
    hasPath: schema.params !== undefined,
    hasBody: schema.body !== undefined || Boolean(config.upload),
    isUpload: Boolean(config.upload),
    needsVersion: headers.includes('if-match'),
  }
}
