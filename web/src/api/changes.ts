import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change, Receipt } from '../../../server/api-types.ts'
import { call } from './client.ts'
import { keys } from './keys.ts'
import { isMadeHere } from './made-here.ts'
import { profilePath } from './start.ts'

const EVERYTHING: Change = { receipts: null, facts: true }

/** How often everything is asked for again where the stream of changes cannot be had, in ms. */
const POLL_MS = 30_000
/** After so many failures in a row it is given up for polling. */
const MAX_FAILURES = 3
const RETRY_MS = 2_000
/** A stream that says nothing for so long at its beginning is held back on the way, e.g. by a proxy. */
const READY_MS = 10_000
/** A stream that begins later may have missed what changed since the screen was asked for. */
const SOON_MS = 2_000
/** A stream that breaks off earlier has failed. */
const SHORT_LIFE_MS = 20_000
/** Changes wait so long for changes of this window that are on their way. */
const BUSY_MS = 500

/**
 * Follows what changes elsewhere: in another window, on another device, or by a reading that has finished. Server-Sent
 * Events where they work, polling where they do not; nothing while the window cannot be seen.
 */
export function useChanges() {
  const client = useQueryClient()
  useEffect(() => {
    const follower = follow((change) => refresh(client, change))
    document.addEventListener('visibilitychange', follower.adapt)
    follower.adapt()
    return () => {
      document.removeEventListener('visibilitychange', follower.adapt)
      follower.stop()
    }
  }, [client])
}

/** Asks again for what the change made stale, but not while an answer could undo what was changed here. */
function refresh(client: QueryClient, change: Change) {
  if (client.isMutating() > 0) {
    setTimeout(() => refresh(client, change), BUSY_MS)
    return
  }
  const stale = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey })
  const { receipts, facts } = change
  if (receipts === null) stale(keys.receipts)
  else {
    // What this window changed itself is no news.
    const news = receipts.filter(({ id, version }) => version === null || !isMadeHere(id, version))
    if (news.length === 0 && !facts) return
    for (const { id, version } of news)
      if (version === null || versionHere(client, id) < version) stale(keys.receipt(id))
    if (news.length > 0) {
      stale(keys.lists)
      stale(keys.queues)
    }
  }
  stale(keys.years)
}

const versionHere = (client: QueryClient, id: string) =>
  client.getQueryData<Receipt>(keys.receipt(id))?.version ?? 0

function follow(onChange: (change: Change) => void) {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let openedAt = 0
  /** Whether changes may have happened that nobody told. */
  let isBehind = false

  function open() {
    openedAt = Date.now()
    source = new EventSource('/events')
    source.addEventListener('change', ({ data }) => onChange(JSON.parse(data)))
    source.addEventListener('ready', () => {
      clearTimeout(timer)
      if (isBehind || Date.now() - openedAt > SOON_MS) onChange(EVERYTHING)
      isBehind = false
      openedAt = Date.now()
    })
    source.addEventListener('error', () => {
      isBehind = true
      failures = Date.now() - openedAt < SHORT_LIFE_MS ? failures + 1 : 1
      // Where the network failed, the browser opens it again by itself; where the server refused it, it does not.
      if (source?.readyState === EventSource.CLOSED || failures >= MAX_FAILURES) tryLater()
    })
    timer = setTimeout(() => {
      failures++
      tryLater()
    }, READY_MS)
  }

  function close() {
    clearTimeout(timer)
    source?.close()
    source = undefined
    isBehind = true
  }

  function tryLater() {
    close()
    const isPolling = failures >= MAX_FAILURES
    timer = setTimeout(
      async () => {
        if (isPolling) onChange(EVERYTHING)
        // A session whose token has expired is renewed by this.
        await call(profilePath).catch(() => {})
        adapt()
      },
      isPolling ? POLL_MS : RETRY_MS,
    )
  }

  function adapt() {
    if (document.visibilityState !== 'visible') close()
    else if (!source && !isStopped) open()
  }

  let isStopped = false
  return {
    /** Opens the stream when the window can be seen, and closes it when not. */
    adapt,
    stop() {
      isStopped = true
      close()
    },
  }
}
