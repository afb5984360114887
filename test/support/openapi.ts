import { z } from 'zod'
import type { Reachable } from './app.ts'

/** A schema of the API's own description, as a client would take it from /openapi.json. */
export async function describedSchema(app: Reachable, name: string): Promise<z.ZodType> {
  const document = await (await fetch(`${app.url}/openapi.json`)).text()
  const local = JSON.parse(document.replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: local.components.schemas })
}
