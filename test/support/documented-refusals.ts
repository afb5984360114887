import { writeSync } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>
}

export interface ApiDescription {
  paths: Record<string, Record<string, Operation>>
}

/**
 * A hook that holds every problem a server answers with, in whatever test, to the API description: its code must be
 * among those of its operation. The test file fails by its exit code, so that every test of it still ends in order.
 * @param describe the description; it must not depend on an answer of this server, which would wait for this check
 */
export function documentedRefusals(describe: () => Promise<ApiDescription>) {
  const told = new Set<string>()

  async function operationOf({ method, routeOptions }: FastifyRequest): Promise<Operation | undefined> {
    const path = routeOptions.url?.replace(/:(\w+)/g, '{$1}') ?? ''
    return (await describe()).paths[path]?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
  }

  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json')
    const operation = isProblem && typeof payload === 'string' ? await operationOf(request) : undefined
    if (operation) {
      const { status, code } = JSON.parse(String(payload)) as { status: number; code: string }
      const undocumented = `${request.method} ${request.routeOptions.url}: ${code}`
      if (!codesOf(operation, status).includes(code) && !told.has(undocumented)) fail(undocumented)
      told.add(undocumented)
    }
    return payload
  }
}

function codesOf({ responses }: Operation, status: number): string[] {
  const schema = responses[status]?.content?.['application/problem+json']?.schema
  const { allOf = [] } = (schema ?? {}) as { allOf?: { properties?: { code: { enum: string[] } } }[] }
  return allOf.flatMap(({ properties }) => properties?.code.enum ?? [])
}

function fail(undocumented: string) {
  if (!process.env.NODE_TEST_CONTEXT) return
  writeSync(2, `the API description does not name a code that was answered: ${undocumented}\n`)
  process.once('exit', () => {
    process.exitCode = 1
  })
}
