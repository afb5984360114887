import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'
import { createTurns } from '../../turns.ts'
import { ReaderFailedError, UnusableFileError } from '../ports.ts'
import type { Answer, Order } from './messages.ts'

/**
 * Milliseconds for which a child may continue with a cancelled task. Most tasks finish sooner, and starting another
 * child would cost as much.
 */
const GRACE_MS = 1_000

const NOT_STARTED = 'the reading process could not be started'

export interface ChildPoolOptions {
  /** The module each child runs; it calls serveTasks. */
  module: URL
  /** The maximum number of children. They are started on demand. */
  size: number
  /** Milliseconds after which a task fails and its child is killed. */
  timeout: number
  /** Milliseconds without work after which a child is killed, which frees its memory. */
  idle: number
  /**
   * A task without input that loads what a child needs. With it, another child is ready before it is needed, once a
   * second person sends files: their first would wait for its start beside everything the other person has sent.
   */
  warm?: string
  /** The JavaScript heap of a child; it crashes if it needs more. Default: Node's own limit. */
  heapMegabytes?: number
  /** Options of Node and V8 for a child, beside these. */
  execArgv?: string[]
}

export interface TaskOptions {
  signal?: AbortSignal | undefined
  /** Milliseconds; default: the pool's. */
  timeout?: number
  /** Whose file it is: tasks of many people are run in turns. */
  person?: string | undefined
}

interface Job {
  task: string
  input: unknown
  timeout: number
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Child {
  process: ChildProcess
  job: Job | null
  /** The id of the order of its job. */
  order: number
  /** Ends the turn of its job. */
  done: () => void
  timer: NodeJS.Timeout | undefined
}

export interface ChildPool {
  /**
   * The task's result, parsed with `result`: native code worked on a stranger's file, so a child's answer is input
   * like any other. Rejects with the task's UnusableFileError, or with ReaderFailedError if it failed otherwise, its
   * child crashed, took too long or answered something else, `signal` cancelled it, or the pool was closed. A
   * cancelled task that waits is dropped; the child of one that runs is killed unless it finishes within a second.
   */
  run<T>(task: string, input: unknown, result: z.ZodType<T>, options?: TaskOptions): Promise<T>
  close(): Promise<void>
}

/** Runs tasks in child processes, so that one that crashes, hangs or runs out of memory harms no other. */
export function createChildPool(options: ChildPoolOptions): ChildPool {
  const { module, size, idle } = options
  const children = new Set<Child>()
  // One child stays free for whoever comes next, once two people send files.
  const turns = createTurns<Job>({ atOnce: size, perPerson: Math.max(1, size - 1), alone: size })
  let closed = false
  let lastId = 0

  function startWaiting(): void {
    for (let next = turns.next(); next; next = turns.next()) {
      // As many turns are taken as there are children with a job.
      const free = [...children].find((child) => !child.job) ?? start()
      if (free) assign(free, next)
      else {
        next.done()
        next.item.reject(new ReaderFailedError(NOT_STARTED))
      }
    }
  }

  /** Undefined where the system has no room for another process. */
  function start(): Child | undefined {
    const process = forked()
    if (!process) return undefined
    const child: Child = { process, job: null, order: 0, done: () => {}, timer: undefined }
    children.add(child)
    child.process.on('message', (answer: Answer) => settle(child, answer))
    child.process.on('error', () => kill(child, NOT_STARTED))
    child.process.on('exit', (code, signal) => {
      kill(child, `the reading process ended unexpectedly (${signal ?? `code ${code}`})`)
    })
    return child
  }

  function forked(): ChildProcess | undefined {
    const heap = options.heapMegabytes ? [`--max-old-space-size=${options.heapMegabytes}`] : []
    try {
      return fork(module, {
        execArgv: ['--disable-warning=ExperimentalWarning', ...heap, ...(options.execArgv ?? [])],
        env: environmentOfChild(),
        // Native libraries write to the streams as they please, even the text of a receipt.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      })
    } catch {
      return undefined
    }
  }

  function assign(child: Child, { item: job, done }: { item: Job; done: () => void }): void {
    Object.assign(child, { job, done, order: ++lastId })
    keepParentAlive(child, true)
    killAfter(child, job.timeout, `reading took more than ${job.timeout / 1000} s`)
    send(child, { id: child.order, task: job.task, input: job.input })
    if (options.warm && turns.people() > 1 && children.size < size) prepare(options.warm)
  }

  function prepare(task: string): void {
    const child = start()
    if (!child) return
    keepParentAlive(child, false)
    killAfter(child, idle, 'idle').unref()
    send(child, { id: ++lastId, task, input: null })
  }

  function send(child: Child, order: Order): void {
    try {
      // A child that has died is noticed by its `exit` event.
      child.process.send(order, () => {})
    } catch {
      // It has no channel, as the process has no file descriptor left, or the order is nothing that can be sent.
      kill(child, NOT_STARTED)
    }
  }

  function settle(child: Child, answer: Answer): void {
    const { job } = child
    // The answer to its preparation says nothing of a job.
    if (!job || answer.id !== child.order) return
    child.job = null
    child.done()
    keepParentAlive(child, false)
    killAfter(child, idle, 'idle').unref()
    if (answer.outcome === 'done') job.resolve(answer.result)
    else if (answer.outcome === 'unusable') job.reject(new UnusableFileError(answer.reason, answer.message))
    else job.reject(new ReaderFailedError(answer.message))
    startWaiting()
  }

  function killAfter(child: Child, milliseconds: number, why: string): NodeJS.Timeout {
    clearTimeout(child.timer)
    child.timer = setTimeout(() => kill(child, why), milliseconds)
    return child.timer
  }

  function kill(child: Child, why: string): void {
    if (!children.delete(child)) return
    clearTimeout(child.timer)
    // A child that was never started has no pid: Node may signal pid 0, which is the server's own process group.
    if (child.process.pid !== undefined) child.process.kill('SIGKILL')
    child.job?.reject(new ReaderFailedError(why))
    child.job = null
    child.done()
    startWaiting()
  }

  function cancel(job: Job, person: string): void {
    const why = 'reading was cancelled'
    turns.remove(person, job)
    job.reject(new ReaderFailedError(why))
    for (const child of children) if (child.job === job) killAfter(child, GRACE_MS, why)
  }

  return {
    async run(task, input, result, { signal, timeout = options.timeout, person = '' } = {}) {
      if (closed) throw new ReaderFailedError('reading has been closed')
      if (signal?.aborted) throw new ReaderFailedError('reading was cancelled')
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      // It may be rejected before anybody waits for it.
      promise.catch(() => {})
      const job: Job = { task, input, timeout, resolve, reject }
      const onAbort = () => cancel(job, person)
      signal?.addEventListener('abort', onAbort)
      turns.add(person, job)
      startWaiting()
      return parseResult(result, await promise.finally(() => signal?.removeEventListener('abort', onAbort)))
    },
    async close() {
      closed = true
      for (const job of turns.clear()) job.reject(new ReaderFailedError('reading has been closed'))
      await Promise.all(
        [...children].map((child) => {
          keepParentAlive(child, true)
          const exit = once(child.process, 'exit')
          kill(child, 'reading has been closed')
          return exit
        }),
      )
    },
  }
}

function parseResult<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value)
  if (!success) throw new ReaderFailedError('the reading process gave an invalid answer', { cause: error })
  return data
}

/**
 * Settings of glibc's allocator, ignored elsewhere: without them each native thread keeps what it once used, and a child
 * that has read a large picture stays half as large again.
 */
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '100000' }

/** The variables a child needs. It parses strangers' files, so it gets none of the server's secrets. */
function environmentOfChild(): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'TMPDIR',
    'TMP',
    'TEMP',
    'SystemRoot',
    'LD_LIBRARY_PATH',
    'NODE_COMPILE_CACHE',
  ]
  const own = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { ...Object.fromEntries(own), ...ALLOCATOR }
}

/** Only a child with work keeps its parent from exiting. */
function keepParentAlive({ process: child }: Child, hasWork: boolean): void {
  if (hasWork) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
