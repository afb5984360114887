/** Whether the server can be reached; `since` is the instant since when not. */
export interface Connection {
  isOnline: boolean
  since: string | null
}

const HEALTH = '/health/live'
const FIRST_PROBE_MS = 2_000
const LAST_PROBE_MS = 30_000
/** Survives a reload, so that the app does not say it has been offline for a second. */
const SINCE = 'offline-since'

const listeners = new Set<() => void>()
let connection: Connection = { isOnline: true, since: null }
let timer: ReturnType<typeof setTimeout> | undefined
let wait = FIRST_PROBE_MS

export const currentConnection = () => connection

export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: Connection) {
  connection = next
  for (const listener of listeners) listener()
}

/** The server has answered. */
export function reached() {
  if (connection.isOnline) return
  clearTimeout(timer)
  wait = FIRST_PROBE_MS
  sessionStorage.removeItem(SINCE)
  change({ isOnline: true, since: null })
}

/** A request got no answer: the network is gone, or the server is. From now on the app looks whether it is back. */
export function lost() {
  if (!connection.isOnline) return
  const since = sessionStorage.getItem(SINCE) ?? new Date().toISOString()
  sessionStorage.setItem(SINCE, since)
  change({ isOnline: false, since })
  probeLater()
}

/** One request got no answer, which may have been its own fault: a large upload fails where others do not. */
export async function doubted() {
  if (connection.isOnline && !(await canReach())) lost()
}

function probeLater() {
  clearTimeout(timer)
  timer = setTimeout(() => void probe(), wait)
  wait = Math.min(wait * 2, LAST_PROBE_MS)
}

async function probe() {
  clearTimeout(timer)
  if (connection.isOnline) return
  // Nobody waits for a hidden window; it looks again when it is shown.
  if (document.visibilityState === 'hidden') return
  if (await canReach()) reached()
  else probeLater()
}

async function canReach(): Promise<boolean> {
  const answer = await fetch(HEALTH, { cache: 'no-store' }).catch(() => undefined)
  // The sign-in page of a hotel's network answers too, but not in JSON.
  return answer?.headers.get('Content-Type')?.includes('json') ?? false
}

function probeNow() {
  wait = FIRST_PROBE_MS
  void probe()
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', lost)
  window.addEventListener('online', probeNow)
  document.addEventListener('visibilitychange', probeNow)
  if (navigator.onLine) sessionStorage.removeItem(SINCE)
  else lost()
}
