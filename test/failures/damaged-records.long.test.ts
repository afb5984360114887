import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Problem } from '../support/answers.ts'
import {
  type Operation,
  operationsOf,
  requestsOf,
  type Walked,
  type WalkRequest,
  walk,
} from '../support/api-walk.ts'
import { signIn, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { restoreSnapshot, snapshotOf } from '../support/damage.ts'
import { type Person, personWithEverything } from '../support/everything.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { createScriptedReader } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'
import { type Kind, kindsIn, manifestOf, warningsOf } from './damaged-kinds.ts'
import type { DamageOf } from './damages.ts'

/** Requests that end the session, or everything. */
const endings = new Set(['GET /auth/logout', 'POST /auth/logout', 'DELETE /me/sessions/{id}', 'DELETE /me'])

/** Made by a process of their own, which takes half a second for each. */
const isSlow = ({ path }: WalkRequest) => /format=(pdf|xlsx|zip)/.test(path)

/** Routes whose answers are made of what a person has stored. */
const isOfPerson = ({ path }: Operation) => /^\/(receipts|tax-years|me)(\/|$)/.test(path)

/** Refusals that healthy records would get too. */
const usual = new Set([
  'confirmation_needed',
  'wrong_state',
  'sign_in_failed',
  'version_conflict',
  'proof_needed',
  'proof_refused',
  'wrong_code',
  'passkey_refused',
])

/** Undefined where it was not refused, or would have been without damage. */
function refusalOf({ request, status, text }: Walked) {
  if (status < 400) return undefined
  const { code } = JSON.parse(text) as Problem
  const isOfItself = request.path.endsWith('/duplicate') && code === 'validation_failed'
  return usual.has(code) || isOfItself ? undefined : code
}

type Refusing = Pick<Kind, 'mayRefuse'>

/** Only what the kind may refuse was refused. */
function assertAnswered(answer: Walked, { mayRefuse }: Refusing, person: Person) {
  const code = refusalOf(answer)
  if (code === undefined) return
  const { request, status, text } = answer
  const mayBe = /^(record|file)_damaged$/.test(code) && mayRefuse?.(request, person)
  assert.ok(mayBe, `${request.name} ${request.path}: ${status} ${text}`)
  assert.ok(request.isDescribed(status, code), `${request.name} may answer ${code}, says no description`)
}

for (const { name, start } of shapes) {
  describe(`a damaged record is reported and concerns nothing else (${name})`, () => {
    const kinds = kindsIn(name === 'AWS')
    let time: ReturnType<typeof freezeTime>
    let app: TestApp
    let ben: Person
    let operations: Operation[]
    before(async () => {
      time = freezeTime('2026-04-20T02:00:00.000Z')
      const { reader } = createScriptedReader()
      app = await start({ overrides: { reader, tools: createPageToolsHere() } })
      // A stream of changes reads no record, and never ends.
      operations = (await operationsOf(app)).filter(({ path }) => path !== '/events')
      ben = await personWithEverything(app)
    })
    beforeEach(() => {
      // Calls are limited by the minute.
      time.advance({ minutes: 2 })
    })
    after(async () => {
      await app.close()
      time.release()
    })

    const requestsFor = async (
      person: Person,
      which: (operation: Operation) => boolean,
      options: { isVaried?: boolean } = {},
    ) =>
      (
        await Promise.all(operations.filter(which).map((one) => requestsOf(one, person.samples, options)))
      ).flat()
    const isRead = ({ method, name: operation }: Operation) => method === 'GET' && !endings.has(operation)

    async function readAll(person: Person, kind: Refusing, requests: WalkRequest[]) {
      for (const request of requests) assertAnswered(await walk(person.client, request), kind, person)
    }

    /** Remembers everything that a person has. @returns a function that puts it back */
    async function remember({ client, receipt, other, statement }: Person) {
      const { files } = app.services.receipts
      const snapshot = await snapshotOf(app, client.sub, [receipt.id, other.id])
      const contents = new Map<string, Buffer>()
      for (const id of [receipt.id, statement.id]) {
        for (const key of await files.list(`${client.sub}/${id}`)) {
          const found = await files.open(key)
          if (found) contents.set(key, await buffer(found.stream))
        }
      }
      return async () => {
        await restoreSnapshot(app, client.sub, snapshot)
        for (const [key, bytes] of contents) await files.write(key, bytes)
      }
    }

    /** Everything that can be changed is changed or refused; what is healthy is not refused for the damage. */
    async function changeAll(person: Person, kind: Refusing, damage: () => Promise<void>) {
      const putBack = await remember(person)
      for (const request of await requestsFor(person, (one) => !isRead(one) && !endings.has(one.name))) {
        const answer = await walk(person.client, request)
        assertAnswered(answer, kind, person)
        if (answer.status >= 400) continue
        // It may have replaced what was damaged.
        await putBack()
        await damage()
      }
      for (const request of await requestsFor(person, (one) => endings.has(one.name) && one.path !== '/me')) {
        const again = await signIn(app, person.email)
        assert.ok((await walk(again, request)).status < 400, request.name)
      }
    }

    async function eraseAll(person: Person) {
      const client = await signIn(app, person.email)
      const asked = await client.fetch('/me', { method: 'DELETE' })
      const { confirmation } = (await asked.json()) as { confirmation: string }
      const erased = await client.fetch('/me', { method: 'DELETE', headers: { confirmation } })
      assert.deepEqual(
        [erased.status, await erased.json()],
        [200, { state: 'erased', lockedUntil: null, signIn: 'erased' }],
      )
      const { sub } = person.client
      const { receipts, items } = await snapshotOf(app, sub, [person.receipt.id, person.other.id])
      assert.deepEqual([receipts, items.map((found) => found.item)], [[], ['erasing#']])
      assert.deepEqual(await app.services.receipts.files.list(`${sub}/${person.receipt.id}`), [])
      assert.deepEqual(await app.services.receipts.files.list(`${sub}/${person.statement.id}`), [])
    }

    /** Calls every route with damaged records, and every route that reads as somebody else. */
    async function walkAll(kind: Refusing, damages: DamageOf[]) {
      const person = await personWithEverything(app)
      const damage = async () => {
        for (const one of damages) await one(app, person)
      }
      await ben.client.fetch('/auth/refresh', { method: 'POST' })
      const bensRequests = (await requestsFor(ben, isRead)).filter((one) => !isSlow(one))
      const bens = async () => {
        const answers: Walked[] = []
        for (const request of bensRequests) answers.push(await walk(ben.client, request))
        return answers.map(({ status, text }) => [status, text])
      }
      const before = await bens()
      await damage()
      await readAll(person, kind, await requestsFor(person, isRead, { isVaried: true }))
      assert.deepEqual(await bens(), before)
      await changeAll(person, kind, damage)
      await eraseAll(person)
    }

    test('healthy records are all answered', async () => {
      const person = await personWithEverything(app)
      const requests = await requestsFor(person, isRead, { isVaried: name === 'local' })
      await readAll(
        person,
        {},
        requests.filter((one) => !isSlow(one)),
      )
      assert.deepEqual((await manifestOf(person)).damagedRecords, [])
      assert.deepEqual(await warningsOf(person), [])
    })

    /** The first way of every kind. */
    const firstWays = Object.entries(kinds).map(([what, { ways }]) => {
      const [way] = Object.values(ways)
      assert.ok(way, what)
      return { what, way }
    })

    test('every route, where a receipt is damaged', () =>
      walkAll(
        kinds.receipt ?? {},
        firstWays.flatMap(({ what, way }) => (what === 'receipt' ? [way] : [])),
      ))

    test('every route, where one record of every other kind is damaged', () =>
      walkAll(
        { mayRefuse: (request, person) => kinds.original?.mayRefuse?.(request, person) ?? false },
        firstWays.flatMap(({ what, way }) => (what === 'receipt' ? [] : [way])),
      ))

    describe('each way', () => {
      let person: Person
      let putBack: () => Promise<void>
      let requests: WalkRequest[]
      before(async () => {
        person = await personWithEverything(app)
        putBack = await remember(person)
        const all = await requestsFor(person, (one) => isRead(one) && isOfPerson(one))
        requests = all.filter((one) => !isSlow(one))
      })
      beforeEach(async () => {
        await person.client.fetch('/auth/refresh', { method: 'POST' })
        await putBack()
      })

      for (const [what, kind] of Object.entries(kinds)) {
        for (const [how, damage] of Object.entries(kind.ways)) {
          test(`${what}: ${how}`, async () => {
            await damage(app, person)
            if (kind.isEverywhere) await readAll(person, kind, requests)
            await kind.reported(person, how)
          })
        }
      }
    })
  })
}
