import { v7 as uuid } from 'uuid'
import { deviceDatabase } from './device.ts'

const LEASE_MS = 15_000
const RENEW_MS = 5_000
const ASK_MS = 2_000

/**
 * Runs `work` while no other window of this browser does, under the same name; waits for its turn.
 * Web Locks are missing on plain http: there it is a lease in IndexedDB, which ends by itself when its window is closed.
 */
export async function withLock(name: string, signal: AbortSignal, work: () => Promise<void>) {
  if (navigator.locks) return navigator.locks.request(name, { signal }, work)
  const owner = uuid()
  try {
    while (!(await takeLease(name, owner))) await pause(ASK_MS, signal)
  } catch (error) {
    if (signal.aborted) throw error
    // A browser that keeps nothing shares nothing between windows either.
    return work()
  }
  const renewing = setInterval(() => void takeLease(name, owner).catch(() => {}), RENEW_MS)
  try {
    await work()
  } finally {
    clearInterval(renewing)
    await endLease(name, owner).catch(() => {})
  }
}

async function takeLease(name: string, owner: string): Promise<boolean> {
  const transaction = (await deviceDatabase()).transaction('leases', 'readwrite')
  const lease = await transaction.store.get(name)
  const left = lease ? lease.until - Date.now() : 0
  // One that lasts longer than any was taken before the clock was set back.
  const isFree = !lease || lease.owner === owner || left <= 0 || left > LEASE_MS
  if (isFree) await transaction.store.put({ name, owner, until: Date.now() + LEASE_MS })
  await transaction.done
  return isFree
}

async function endLease(name: string, owner: string) {
  const transaction = (await deviceDatabase()).transaction('leases', 'readwrite')
  if ((await transaction.store.get(name))?.owner === owner) await transaction.store.delete(name)
  await transaction.done
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer)
      reject(signal.reason)
    },
    { once: true },
  )
  return promise
}
