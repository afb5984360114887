import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import sharp from 'sharp'
import type { PageText } from '../../server/reading/page-text.ts'
import type { PageReader } from '../../server/reading/ports.ts'
import type { AnswerOf, Problem, Receipt } from './answers.ts'
import type { Client } from './app.ts'
import { pageOf } from './page-of.ts'

/** A picture whose bytes no other call returns: bytes after the end of a JPEG do not change the picture. */
export async function picture(options: { width?: number; height?: number } = {}) {
  const { width = 300, height = 500 } = options
  const jpeg = await sharp({ create: { width, height, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer()
  return Buffer.concat([jpeg, Buffer.from(`${process.pid}-${++pictures}`)])
}
let pictures = 0

export const LINES = [
  'KEDAI BUKU MAJU SDN BHD',
  '(867388-U)',
  'NO 12, JALAN BESAR, 50000 KUALA LUMPUR',
  'INVOICE NO: INV-00123',
  'DATE: 14/03/2026 10:15',
  'SPM PHYSICS 1 x 25.00 25.00',
  'TOTAL RM 25.00',
  'CASH 30.00',
  'CHANGE 5.00',
  'THANK YOU',
]

/** What a scripted reader does with a file: it returns pages, throws or waits, as readers do. */
export type Script = (signal?: AbortSignal) => Promise<PageText[]>

/**
 * A reader that finds what a test says, for tests of everything but reading.
 * @param usual the lines of its only page, or what it does, unless a test says otherwise
 */
export function createScriptedReader(usual: string[] | Script = LINES) {
  const toScript = (script: string[] | Script) =>
    typeof script === 'function' ? script : async () => [pageOf(script)]
  let script = toScript(usual)
  let calls = 0
  const reset = () => {
    script = toScript(usual)
  }
  const answer = (context: Pick<TestContext, 'after'>, next: string[] | Script) => {
    script = toScript(next)
    context.after(reset)
  }
  const reader: PageReader = {
    read(_path, signal) {
      calls++
      return script(signal)
    },
    close: async () => {},
  }
  return {
    reader,
    /** How many files it has been asked to read. */
    get calls() {
      return calls
    },
    /** Sets what it finds, until the test of `context` ends. */
    answer,
    /** Returns to what it usually finds. */
    reset,
    /** Makes readings wait for `release`, which is called at the latest when the test of `context` ends. */
    hold(context: Pick<TestContext, 'after'>, lines: string[] = LINES) {
      const begun = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      answer(context, async () => {
        begun.resolve()
        await released.promise
        return [pageOf(lines)]
      })
      context.after(() => released.resolve())
      return { begun: begun.promise, release: () => released.resolve() }
    },
  }
}

export function fileForm(bytes: Uint8Array, name = 'receipt.jpg', field = 'file') {
  const form = new FormData()
  form.set(field, new Blob([new Uint8Array(bytes)]), name)
  return form
}

type Json = Record<string, unknown>

export type { Receipt } from './answers.ts'

export async function upload(client: Client, bytes?: Uint8Array, headers: Record<string, string> = {}) {
  const body = fileForm(bytes ?? (await picture()))
  return client.fetch('/receipts/upload', { method: 'POST', body, headers })
}

/** An upload that must succeed. */
export async function uploaded(client: Client, bytes?: Uint8Array): Promise<Receipt> {
  const response = await upload(client, bytes)
  const receipt = (await response.json()) as Receipt
  assert.equal(response.status, 201, JSON.stringify(receipt))
  return receipt
}

/** The JSON that a GET returns, typed by its path. */
export async function get<Path extends string>(client: Client, path: Path): Promise<AnswerOf<Path>> {
  return (await (await client.fetch(path)).json()) as AnswerOf<Path>
}

/** A receipt without a picture, created with exactly these values; that must succeed. */
export async function typedIn(client: Client, values: Json): Promise<Receipt> {
  const response = await client.fetch('/receipts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(values),
  })
  const receipt = (await response.json()) as Receipt
  assert.equal(response.status, 201, JSON.stringify(receipt))
  return receipt
}

/** What a change needs to know of a receipt. */
export type Versioned = Pick<Receipt, 'id' | 'version'>

/** A change of a receipt based on the version given (default: the receipt's own). */
export function change(
  client: Client,
  receipt: Versioned,
  options: {
    method?: string
    path?: string
    body?: Json
    ifMatch?: string | null
    headers?: Record<string, string>
  },
) {
  const { method = 'POST', path = '', body, ifMatch = `"${receipt.version}"`, headers = {} } = options
  return client.fetch(`/receipts/${receipt.id}${path}`, {
    method,
    headers: {
      ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
      ...(body ? { 'content-type': 'application/merge-patch+json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

/** A change that must succeed. */
export async function changed(...args: Parameters<typeof change>): Promise<Receipt> {
  const response = await change(...args)
  const receipt = (await response.json()) as Receipt
  assert.ok(response.ok, JSON.stringify(receipt))
  return receipt
}

/**
 * Asserts that a response is this problem (RFC 9457), and returns it.
 * `More` are the members it has in addition to those of every problem.
 */
export async function isProblem<More = unknown>(
  response: Response,
  status: number,
  code: string,
): Promise<Problem & More> {
  const problem = (await response.json()) as Problem & More
  assert.deepEqual([response.status, problem.code], [status, code], JSON.stringify(problem))
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.equal(problem.status, status)
  assert.ok(problem.title)
  return problem
}
