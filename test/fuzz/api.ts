import fc from 'fast-check'
import { z } from 'zod'
import { type Operation, operationsOf } from '../support/api-walk.ts'
import { type Client, clientOf, signIn, startApp, type TestApp } from '../support/app.ts'
import { createBrowser } from '../support/browser.ts'
import { einvoiceXml } from '../support/einvoices.ts'
import { type Person, personWithEverything } from '../support/everything.ts'
import { changed, createScriptedReader, fileForm, get, picture } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'
import { type FuzzRequest, requestsFor, type Who } from './requests.ts'

/** Requests are a second apart by the frozen clock, so that no limit is reached. */
const APART = { seconds: 1 }
/** Words that only one person's records have. */
const SECRETS = { ana: 'RAHSIA-ANA', ben: 'RAHSIA-BEN' }

export interface Found {
  requests: number
  findings: string[]
}

/**
 * Sends requests made from the API description, valid and slightly wrong, as two people and as nobody.
 * @param seconds ends in the middle after so long
 */
export async function fuzzApi(plan: { runs: number; seed: number; seconds: number }): Promise<Found> {
  const time = freezeTime()
  const app = await startApp({ overrides: { reader: createScriptedReader().reader } })
  const end = performance.now() + plan.seconds * 1000
  const findings: string[] = []
  let requests = 0
  try {
    const people = { ana: await withSecret(app, 'ana'), ben: await withSecret(app, 'ben') }
    const sender = createSender(app, people)
    const files = [await picture(), einvoiceXml(), new Uint8Array()]
    const samples = [people.ana.samples, people.ben.samples]
    for (const operation of await operationsOf(app)) {
      if (performance.now() > end) break
      const check = createCheck(operation)
      const property = fc.asyncProperty(requestsFor(operation, samples, files), async (request) => {
        requests++
        time.advance(APART)
        check(request, await sender.send(request))
      })
      const { failed, counterexample, errorInstance } = await fc.check(property, {
        numRuns: plan.runs,
        seed: plan.seed,
        interruptAfterTimeLimit: Math.max(1, end - performance.now()),
      })
      if (failed && errorInstance) {
        findings.push(`${operation.name}: ${(errorInstance as Error).message}\n${shown(counterexample)}`)
      }
    }
    return { requests, findings }
  } finally {
    await app.close()
    time.release()
  }
}

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 1_000)

async function withSecret(app: TestApp, who: 'ana' | 'ben'): Promise<Person> {
  const person = await personWithEverything(app)
  const receipt = await get(person.client, `/receipts/${person.other.id}`)
  await changed(person.client, receipt, { method: 'PATCH', body: { note: SECRETS[who] } })
  return person
}

interface Answer {
  status: number
  type: string
  text: string
}

/** Sends requests as people who sign in again when one of the requests has signed them out. */
function createSender(app: TestApp, people: Record<'ana' | 'ben', Person>) {
  const nobody = clientOf(app, createBrowser(app.url))
  const clients: Record<Who, Client> = { ana: people.ana.client, ben: people.ben.client, nobody }

  async function sendAs(client: Client, { method, path, headers, body }: FuzzRequest): Promise<Answer> {
    const isForm = body !== undefined && 'file' in body
    const type: Record<string, string> = body && !isForm ? { 'content-type': 'application/json' } : {}
    const answer = await client.fetch(path, {
      method,
      headers: { ...type, ...headers },
      ...(body && method !== 'GET' && { body: isForm ? fileForm(body.file) : body.text }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: String(bytes) }
  }

  return {
    async send(request: FuzzRequest): Promise<Answer> {
      const { who } = request
      const answer = await sendAs(clients[who], request)
      if (answer.status !== 401 || who === 'nobody') return answer
      clients[who] = await signIn(app, people[who].email)
      return sendAs(clients[who], request)
    },
  }
}

/** What every answer of an operation has to be. @throws Error with what is wrong */
function createCheck({ name, responses = {} }: Operation) {
  const schemas = new Map<string, z.ZodType>()
  const schemaOf = (status: number, type: string) => {
    const key = `${status} ${type}`
    const described = responses[status]?.content?.[type]?.schema
    if (described && !schemas.has(key)) {
      // Zod reads patterns without the flag for Unicode, which JSON Schema prescribes.
      const text = JSON.stringify(described, (name, value) => (name === 'pattern' ? undefined : value))
      schemas.set(key, z.fromJSONSchema(JSON.parse(text)))
    }
    return schemas.get(key)
  }

  return (request: FuzzRequest, { status, type, text }: Answer) => {
    const fail = (what: string) => {
      throw new Error(`${status} ${what}: ${text.slice(0, 400)}`)
    }
    if (status >= 500) fail('is a failure of the server')
    if (!responses[status]) fail('is not described')
    const [media = ''] = type.split(';')
    if (status >= 400 && media !== 'application/problem+json') fail(`comes as ${type}`)
    if (media.endsWith('json')) {
      const result = schemaOf(status, media)?.safeParse(JSON.parse(text))
      if (result?.success === false) fail(`is not as described (${z.prettifyError(result.error)})`)
    }
    for (const [owner, secret] of Object.entries(SECRETS)) {
      if (owner !== request.who && text.includes(secret))
        fail(`${name} shows ${owner}'s data to ${request.who}`)
    }
  }
}
