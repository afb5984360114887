import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'
import { ReaderFailedError, UnusableFileError } from '../ports.ts'
import type { Answer, Order } from './messages.ts'

export interface ChildPoolOptions {
  /** The module each child runs; it calls serveTasks. */
  module: URL
  /** The maximum number of children. They are started on demand. */
  size: number
  /** Milliseconds after which a task fails and its child is killed. */
  timeout: number
  /** Milliseconds without work after which a child is killed, which frees its memory. */
  idle: number
}

interface Job {
  task: string
  input: unknown
  signal: AbortSignal | undefined
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Child {
  process: ChildProcess
  job: Job | null
  timer: NodeJS.Timeout | undefined
}

export interface ChildPool {
  /**
   * The task's result, parsed with `result`: native code worked on a stranger's file, so a child's answer is input
   * like any other. Rejects with the task's UnusableFileError, or with ReaderFailedError if it failed otherwise, its
   * child crashed, took too long or answered something else, `signal` cancelled it, or the pool was closed.
   */
  run<T>(task: string, input: unknown, result: z.ZodType<T>, signal?: AbortSignal): Promise<T>
  close(): Promise<void>
}

/** Runs tasks in child processes, so that native code that crashes or hangs affects one task only. */
export function createChildPool({ module, size, timeout, idle }: ChildPoolOptions): ChildPool {
  const children = new Set<Child>()
  const waiting: Job[] = []
  let closed = false
  let lastId = 0

  function next(): void {
    while (waiting.length > 0) {
      const free = [...children].find((child) => !child.job) ?? (children.size < size ? start() : undefined)
      const job = free && waiting.shift()
      if (!job) return
      give(free, job)
    }
  }

  function start(): Child {
    const child: Child = {
      // Native libraries may write anything to these streams, including a receipt's text.
      process: fork(module, {
        execArgv: ['--disable-warning=ExperimentalWarning'],
        env: harmlessEnvironment(),
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      }),
      job: null,
      timer: undefined,
    }
    children.add(child)
    child.process.on('message', (answer: Answer) => settle(child, answer))
    child.process.on('error', () => end(child, 'the reading process could not be started'))
    child.process.on('exit', (code, signal) => {
      end(child, `the reading process ended unexpectedly (${signal ?? `code ${code}`})`)
    })
    return child
  }

  function give(child: Child, job: Job): void {
    clearTimeout(child.timer)
    child.job = job
    holdParent(child, true)
    child.timer = setTimeout(() => end(child, `reading took more than ${timeout / 1000} s`), timeout)
    const order: Order = { id: ++lastId, task: job.task, input: job.input }
    // If the child is gone, its `exit` event handles it.
    child.process.send(order, () => {})
  }

  function settle(child: Child, answer: Answer): void {
    const { job } = child
    if (!job) return
    clearTimeout(child.timer)
    child.job = null
    holdParent(child, false)
    child.timer = setTimeout(() => end(child, 'idle'), idle).unref()
    if (answer.outcome === 'done') job.resolve(answer.result)
    else if (answer.outcome === 'unusable') job.reject(new UnusableFileError(answer.reason, answer.message))
    else job.reject(new ReaderFailedError(answer.message))
    next()
  }

  function end(child: Child, why: string): void {
    if (!children.delete(child)) return
    clearTimeout(child.timer)
    child.process.kill('SIGKILL')
    child.job?.reject(new ReaderFailedError(why))
    child.job = null
    next()
  }

  function cancel(job: Job): void {
    const at = waiting.indexOf(job)
    if (at >= 0) {
      waiting.splice(at, 1)
      job.reject(new ReaderFailedError('reading was cancelled'))
    }
    for (const child of children) if (child.job === job) end(child, 'reading was cancelled')
  }

  return {
    async run(task, input, result, signal) {
      if (closed) throw new ReaderFailedError('reading has been closed')
      if (signal?.aborted) throw new ReaderFailedError('reading was cancelled')
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const job: Job = { task, input, signal, resolve, reject }
      const onAbort = () => cancel(job)
      signal?.addEventListener('abort', onAbort)
      waiting.push(job)
      next()
      return parseResult(result, await promise.finally(() => signal?.removeEventListener('abort', onAbort)))
    },
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new ReaderFailedError('reading has been closed'))
      await Promise.all(
        [...children].map((child) => {
          holdParent(child, true)
          const exit = once(child.process, 'exit')
          end(child, 'reading has been closed')
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

/** The variables a child needs. It parses strangers' files, so it gets none of the server's secrets. */
function harmlessEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'LD_LIBRARY_PATH']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/** An idle child must not keep its parent alive. */
function holdParent({ process: child }: Child, hold: boolean): void {
  if (hold) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
