import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, suite, test } from 'node:test'
import { z } from 'zod'
import { createPpocrReader } from '../../server/adapters/ppocr/index.ts'
import { createPageTools } from '../../server/reading/pages/index.ts'
import { type PageReader, ReaderFailedError } from '../../server/reading/ports.ts'
import { createChildPool } from '../../server/reading/workers/pool.ts'
import { childrenOf, lives } from '../support/processes.ts'
import { projectRoot } from '../support/project-root.ts'
import { until } from '../support/until.ts'

const SAMPLE = join(projectRoot, 'samples/parking-2018-06-27.jpg')

suite('readings in child processes', () => {
  let reader: PageReader
  afterEach(() => reader?.close())

  async function assertReads() {
    const [page] = await reader.read(SAMPLE)
    assert.ok(page?.lines.some(({ text }) => /Sanjung/i.test(text)))
  }

  test('a child killed in the middle of a reading fails that reading only', async () => {
    reader = createPpocrReader({ workers: 1 })
    const first = reader.read(SAMPLE)
    const second = reader.read(SAMPLE)
    const [child = 0] = await until(() => {
      const children = childrenOf(process.pid)
      return children.length > 0 && children
    })
    process.kill(child, 'SIGKILL')
    await assert.rejects(first, (error: Error) => {
      assert.ok(error instanceof ReaderFailedError)
      assert.match(error.message, /SIGKILL/)
      return true
    })
    assert.ok((await second)[0]?.lines.length)
    await assertReads()
  })

  test('a reading that takes too long is given up and its child ended', async () => {
    reader = createPpocrReader({ workers: 1, timeout: 1 })
    await assert.rejects(reader.read(SAMPLE), ReaderFailedError)
    await until(() => childrenOf(process.pid).length === 0)
  })

  test('a reading can be cancelled, waiting or under way', async () => {
    reader = createPpocrReader({ workers: 1 })
    const running = new AbortController()
    const waiting = new AbortController()
    const underWay = reader.read(SAMPLE, running.signal)
    const inLine = reader.read(SAMPLE, waiting.signal)
    waiting.abort()
    await assert.rejects(inLine, ReaderFailedError)
    running.abort()
    await assert.rejects(underWay, ReaderFailedError)
    await assert.rejects(reader.read(SAMPLE, AbortSignal.abort()), ReaderFailedError)
    await assertReads()
  })

  test('a child without work ends and gives its memory back', async () => {
    reader = createPpocrReader({ workers: 1, idle: 1 })
    await assertReads()
    await until(() => childrenOf(process.pid).length === 0)
    await assertReads()
  })

  test('closing fails the readings under way and leaves no child', async () => {
    reader = createPpocrReader({ workers: 2 })
    const readings = [reader.read(SAMPLE), reader.read(SAMPLE), reader.read(SAMPLE)]
    const outcomes = Promise.allSettled(readings)
    await reader.close()
    for (const outcome of await outcomes) {
      assert.equal(outcome.status, 'rejected')
      assert.ok(outcome.reason instanceof ReaderFailedError)
    }
    assert.deepEqual(childrenOf(process.pid), [])
    await assert.rejects(reader.read(SAMPLE), ReaderFailedError)
  })

  test('an answer that is not of the form asked for fails the reading', async () => {
    const module = new URL('../support/slow-child.ts', import.meta.url)
    const pool = createChildPool({ module, size: 1, timeout: 60_000, idle: 60_000 })
    try {
      const size = z.object({ width: z.int().positive() })
      assert.deepEqual(await pool.run('echo', { width: 595, more: 1 }, size), { width: 595 })
      for (const width of [595.28, 0, Number.NaN, '595', undefined])
        await assert.rejects(pool.run('echo', { width }, size), ReaderFailedError)
    } finally {
      await pool.close()
    }
  })

  test('what cannot be sent to a child fails alone', async () => {
    const module = new URL('../support/slow-child.ts', import.meta.url)
    const pool = createChildPool({ module, size: 1, timeout: 60_000, idle: 60_000 })
    try {
      const results = await Promise.allSettled([
        pool.run('echo', () => {}, z.unknown()),
        pool.run('echo', 'next', z.string()),
      ])
      assert.deepEqual(
        results.map(({ status }) => status),
        ['rejected', 'fulfilled'],
      )
    } finally {
      await pool.close()
    }
  })

  test('without a file descriptor left tasks are refused, and done once there are some again', {
    skip: process.platform === 'win32' && 'there is no such limit on Windows',
  }, async () => {
    const script = join(projectRoot, 'test/support/no-descriptors.ts')
    const command = `ulimit -n 128 && exec "${process.execPath}" --disable-warning=ExperimentalWarning "${script}"`
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    assert.equal(printed, 'refused refused done\n')
    assert.equal(code, 0)
  })

  test('tasks of many people are run in turns', async () => {
    const module = new URL('../support/slow-child.ts', import.meta.url)
    const pool = createChildPool({ module, size: 1, timeout: 60_000, idle: 60_000 })
    const order: string[] = []
    const run = async (person: string, task: string) => {
      order.push(await pool.run('echo', task, z.string(), { person }))
    }
    try {
      const anas = ['a1', 'a2', 'a3', 'a4'].map((task) => run('ana', task))
      await Promise.all([...anas, run('ben', 'b1')])
      assert.deepEqual(order, ['a1', 'b1', 'a2', 'a3', 'a4'])
    } finally {
      await pool.close()
    }
  })

  test('once two people send files, the next child is ready before it is needed', async () => {
    const module = new URL('../support/slow-child.ts', import.meta.url)
    const pool = createChildPool({ module, size: 2, timeout: 60_000, idle: 60_000, warm: 'warm' })
    const run = (person: string, task: string) => pool.run(task, null, z.unknown(), { person })
    try {
      await run('ana', 'echo')
      await run('ana', 'echo')
      assert.equal(childrenOf(process.pid).length, 1)
      await run('ben', 'echo')
      await until(() => childrenOf(process.pid).length === 2)
    } finally {
      await pool.close()
    }
  })

  test('a parent killed by force leaves no child, not even one that hangs', async () => {
    const parent = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'test/support/reading-parent.ts'],
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(parent.stdout, 'data')
    const children = childrenOf(parent.pid ?? 0)
    assert.equal(children.length, 2)
    parent.kill('SIGKILL')
    await until(() => !children.some(lives))
  })
})

test('a child that needs too much memory is killed, and the next task gets another', async () => {
  const pool = createChildPool({
    module: new URL('../support/slow-child.ts', import.meta.url),
    size: 1,
    timeout: 240_000,
    idle: 60_000,
    heapMegabytes: 32,
  })
  try {
    await assert.rejects(pool.run('fillMemory', '', z.string()), ReaderFailedError)
    assert.equal(await pool.run('echo', 'still here', z.string()), 'still here')
  } finally {
    await pool.close()
  }
})

test('page tools tell what a picture is, whether it is whole, and draw it small', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-tools-test-'))
  const tools = createPageTools()
  try {
    const { type, pages, width, height } = await tools.inspect(SAMPLE)
    assert.deepEqual({ type, pages }, { type: 'image/jpeg', pages: 1 })
    assert.ok(height > width)
    const thumbnail = await tools.thumbnail(SAMPLE, 64)
    assert.equal(thumbnail.toString('latin1', 8, 12), 'WEBP')
    assert.ok(thumbnail.length < 5000)

    const bytes = await readFile(SAMPLE)
    const cut = join(folder, 'cut.jpg')
    await writeFile(cut, bytes.subarray(0, bytes.length - 1000))
    await assert.rejects(tools.inspect(cut), { name: 'UnusableFileError', reason: 'damaged' })
  } finally {
    await tools.close()
    await rm(folder, { recursive: true })
  }
})
