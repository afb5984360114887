import { createHash } from 'node:crypto'
import swagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import { type RouteTraits, refusalResponses } from './refusals.ts'

const MULTIPART_FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
}

/** `/openapi.json`, from the schemas that validate requests and responses. Registered before the routes it describes. */
export const openApi = fp(async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Malaysian Tax Tracker',
        version: '1',
        description:
          'Receipts in, tax records out. Amounts are integer sen, dates are calendar days, instants are UTC. ' +
          'Every change needs If-Match with the version it is based on. Errors are problem details (RFC 9457). ' +
          'Texts for people come in English or Malay, as `Content-Language` says: the language that `Accept-Language` names ' +
          'alone (`en` or `ms`); else the one chosen for the account (`/me/settings`); else the most wanted of the list in ' +
          '`Accept-Language`, which browsers send unasked; else English.',
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
          ...(isPublic && { security: [] }),
          ...(upload && { consumes: ['multipart/form-data'], body: MULTIPART_FILE }),
        },
      }
    },
    transformObject(input) {
      const described = jsonSchemaTransformObject(input) as Partial<OpenAPIV3_1.Document>
      markOptionalBodies(described)
      return described
    },
  })
  app.get('/openapi.json', { config: { public: true }, schema: { hide: true } }, async () => app.swagger())
})

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

/** `/docs`: the API description, to browse and try. It loads nothing from other servers. */
export async function documentation(app: FastifyInstance) {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('text/html'))
      return
    // The page starts with inline scripts, which the policy allows by their hashes and no others.
    const scripts = [...payload.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    const hashes = scripts.map(
      ([, script]) =>
        `'sha256-${createHash('sha256')
          .update(script ?? '')
          .digest('base64')}'`,
    )
    reply.header(
      'Content-Security-Policy',
      `default-src 'none'; connect-src 'self'; font-src 'self' data:; img-src 'self' data: blob:; ` +
        `style-src 'self' 'unsafe-inline'; script-src 'self' ${hashes.join(' ')}; base-uri 'none'; form-action 'self'; ` +
        `frame-ancestors 'none'`,
    )
  })
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      pageTitle: 'The API of the Malaysian Tax Tracker',
      theme: 'default',
      defaultOpenAllTags: true,
      // Everything that would contact another server.
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
}
