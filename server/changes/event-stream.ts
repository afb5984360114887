import { PassThrough, type Readable } from 'node:stream'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import type { Changes } from './index.ts'
import type { Change, ChangedReceipt } from './ports.ts'

/** Streams of one person at a time, in each process: every window that is looked at has one. */
const MAX_STREAMS = 12
/** Receipts that one event names; more are told as null. */
const MAX_NAMED = 50
/** Bytes that wait for a client that does not read. */
const MAX_WAITING = 64 * 1024

interface Subscription {
  changes: Changes
  userId: string
  /** Rejects when the person is no longer signed in. */
  check(): Promise<unknown>
}

/**
 * The changes of a person as Server-Sent Events: `change` with a Change as its data. Ends when the person is no longer
 * signed in, when the server shuts down, or when the client does not read.
 * @throws Refusal too_many_requests
 */
export function openEventStream({ changes, userId, check }: Subscription): Readable {
  if (changes.countFollowers(userId) >= MAX_STREAMS) {
    throw new Refusal(
      'too_many_requests',
      say(({ refusals }) => refusals.tooManyWindows),
      {
        retryAfter: 60,
      },
    )
  }
  const { checkMs, heartbeatMs, collectMs } = changes.timings
  const stream = new PassThrough()
  let collected: Change | undefined
  let sending: NodeJS.Timeout | undefined

  function send(text: string) {
    if (stream.writableEnded) return
    if (stream.writableLength > MAX_WAITING) stream.destroy()
    else stream.write(text)
  }
  function sendCollected() {
    send(`event: change\ndata: ${JSON.stringify(collected)}\n\n`)
    collected = undefined
    sending = undefined
  }

  const unfollow = changes.follow(userId, {
    onChange(change) {
      collected = collected ? both(collected, change) : change
      sending ??= setTimeout(sendCollected, collectMs)
    },
    onEnd: () => stream.end(),
  })
  const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs)
  const checking = setInterval(() => void check().catch(() => stream.end()), checkMs)
  stream.once('close', () => {
    unfollow()
    clearInterval(heartbeat)
    clearInterval(checking)
    clearTimeout(sending)
  })
  // Tells the client that nothing on the way holds the events back.
  send('retry: 3000\nevent: ready\ndata: {}\n\n')
  return stream
}

function both(one: Change, other: Change): Change {
  const receipts = one.receipts && other.receipts && latestOf([...one.receipts, ...other.receipts])
  return {
    receipts: receipts && receipts.length <= MAX_NAMED ? receipts : null,
    facts: one.facts || other.facts,
  }
}

/** Each receipt once, as the last of its changes says. */
const latestOf = (changes: ChangedReceipt[]) => [...new Map(changes.map((one) => [one.id, one])).values()]
