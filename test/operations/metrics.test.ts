import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { pino } from 'pino'
import { StorageUnavailableError } from '../../server/errors.ts'
import { ReaderBusyError } from '../../server/reading/ports.ts'
import type { FileStore } from '../../server/receipts/ports.ts'
import { type Client, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { createScriptedReader, isProblem, upload, uploaded } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'
import { until } from '../support/until.ts'

const TOKEN = 'q7Xv2LrTn9KcWb4JdPz8MhYs5GfA3Re6'

describe('without METRICS_TOKEN', () => {
  test('there is no /metrics', async (context) => {
    const app = await startApp()
    context.after(() => app.close())
    await isProblem(await fetch(new URL('/metrics', app.url)), 404, 'not_found')
  })
})

describe('/metrics', () => {
  const scripted = createScriptedReader()
  let time: ReturnType<typeof freezeTime>
  let app: TestApp
  let ana: Client
  let filesAreDown = false
  const logged: { event?: string; count?: number; oldestSeconds?: number }[] = []
  const lines = new Writable({
    write(line, _encoding, done) {
      logged.push(JSON.parse(String(line)))
      done()
    },
  })
  const files = (real: FileStore): FileStore => ({
    ...real,
    async keep(key, path) {
      if (filesAreDown) throw new StorageUnavailableError('the disk is away')
      return real.keep(key, path)
    },
  })
  before(async () => {
    time = freezeTime()
    app = await startApp({
      env: { METRICS_TOKEN: TOKEN, ALLOW_ORIGINS: 'https://spa.example.org' },
      overrides: { reader: scripted.reader, files, backlogMs: 20, log: pino(lines) },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(async () => {
    await app.close()
    time.release()
  })

  const ask = (headers: Record<string, string>) => fetch(new URL('/metrics', app.url), { headers })

  /** Every sample, by its name with its labels. */
  async function samples() {
    const response = await ask({ authorization: `Bearer ${TOKEN}` })
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
    const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'))
    return new Map(
      lines.map((line) => {
        const space = line.lastIndexOf(' ')
        return [line.slice(0, space), Number(line.slice(space + 1))]
      }),
    )
  }

  /** By how much samples grow meanwhile. */
  async function growth(work: () => Promise<unknown>) {
    const earlier = await samples()
    await work()
    const later = await samples()
    return (name: string) => (later.get(name) ?? 0) - (earlier.get(name) ?? 0)
  }

  test('answers to its token alone', async () => {
    const attempts: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${TOKEN}x` },
      { authorization: TOKEN },
      { authorization: `Bearer ${ana.token}` },
      { cookie: `access_token=${TOKEN}` },
    ]
    for (const headers of attempts) {
      const response = await ask(headers)
      assert.equal(response.headers.get('www-authenticate'), 'Bearer')
      await isProblem(response, 401, 'unauthenticated')
    }
    await isProblem(await ana.fetch('/metrics'), 401, 'unauthenticated')
  })

  test('cannot be read by pages of other origins, and is not described', async () => {
    const origin = 'https://spa.example.org'
    const elsewhere = await ask({ authorization: `Bearer ${TOKEN}`, origin })
    assert.equal(elsewhere.headers.get('access-control-allow-origin'), null)
    const live = await fetch(new URL('/health/live', app.url), { headers: { origin } })
    assert.equal(live.headers.get('access-control-allow-origin'), origin)
    const described = await (await fetch(new URL('/openapi.json', app.url))).text()
    assert.ok(described.includes('"/health/live"') && !described.includes('"/metrics"'))
  })

  test('counts answers by the pattern of the route, whatever stands in the address', async () => {
    const grown = await growth(async () => {
      await ana.fetch('/receipts/0190a2b4-0000-7000-8000-000000000000')
      await ana.fetch('/receipts?text=clinic')
      await ana.fetch('/nothing/of/the/kind')
    })
    const count = (labels: string) => grown(`http_request_duration_seconds_count{${labels}}`)
    assert.equal(count('method="GET",route="/receipts/:id",status="404"'), 1)
    assert.equal(count('method="GET",route="/receipts",status="200"'), 1)
    assert.equal(count('method="GET",route="none",status="404"'), 1)
    const names = [...(await samples()).keys()].join('\n')
    assert.doesNotMatch(names, /0190a2b4|clinic|of\/the\/kind|ana@/)
  })

  test('counts what is read, by its status and stage', async (context) => {
    const grown = await growth(() => uploaded(ana).then(() => app.drainWork()))
    assert.equal(grown('tax_tracker_readings_total{status="needs_review"}'), 1)
    assert.equal(grown('tax_tracker_reading_seconds_count{stage="text"}'), 1)
    assert.equal(grown('tax_tracker_reading_seconds_count{stage="whole"}'), 1)
    scripted.answer(context, [])
    const empty = await growth(() => uploaded(ana).then(() => app.drainWork()))
    assert.equal(empty('tax_tracker_readings_total{status="unreadable"}'), 1)
  })

  test('shows what waits and for how long, and counts what is postponed', async (context) => {
    scripted.answer(context, async () => {
      throw new ReaderBusyError('it takes no work')
    })
    const grown = await growth(() => uploaded(ana).then(() => app.drainWork()))
    assert.equal(grown('tax_tracker_readings_postponed_total'), 1)
    assert.equal((await samples()).get('tax_tracker_work_waiting'), 0)
    // The timer of the server looks for due work; what it finds it is refused again.
    await app.services.receipts.work.stop()
    time.advance({ minutes: 11 })
    const waiting = await samples()
    assert.equal(waiting.get('tax_tracker_work_waiting'), 1)
    const age = waiting.get('tax_tracker_work_oldest_seconds') ?? 0
    assert.ok(age > 650 && age < 660, `${age} s`)
    const { count, oldestSeconds = 0 } = await until(() =>
      logged.find(({ event }) => event === 'work_waiting'),
    )
    assert.deepEqual([count, Math.round(age)], [1, oldestSeconds])
  })

  test('counts sign-ins that fail', async () => {
    const grown = await growth(async () => {
      await assert.rejects(signIn(app, 'ana@example.org', 'not the password'))
      await signIn(app, 'ana@example.org')
    })
    assert.equal(grown('tax_tracker_security_events_total{event="sign_in_failed"}'), 1)
    assert.equal(grown('tax_tracker_security_events_total{event="sign_in_succeeded"}'), 1)
  })

  test('times the stores, and counts failures of the storage but no refusals', async () => {
    const grown = await growth(async () => {
      filesAreDown = true
      await isProblem(await upload(ana), 503, 'storage_unavailable')
      filesAreDown = false
    })
    assert.ok(grown('tax_tracker_store_seconds_count{store="receipts",call="create"}') >= 1)
    assert.equal(grown('tax_tracker_store_seconds_count{store="files",call="keep"}'), 1)
    assert.equal(
      grown('tax_tracker_store_errors_total{store="files",call="keep",error="StorageUnavailableError"}'),
      1,
    )
  })

  test('has what Prometheus knows of every Node process', async () => {
    const found = await samples()
    for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds'])
      assert.ok(found.has(name), name)
  })
})
