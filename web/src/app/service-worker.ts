import { useSyncExternalStore } from 'react'
import { currentConnection } from '../api/connection.ts'
import { loadScreensAhead } from './lazy-screen.ts'

/** How long a first visit is left alone before the worker fetches the rest of the app, in ms. */
const QUIET_MS = 4_000
/** A browser looks for a new version when a page is opened; an open one is checked this often, in ms. */
const CHECK_MS = 3_600_000

const listeners = new Set<() => void>()
/** The worker of a newer version that waits to be started. */
let waiting: ServiceWorker | null = null

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a new version of the app is ready; `reloadIntoNewVersion` starts it. */
export const useIsNewVersion = () => useSyncExternalStore(subscribe, () => waiting !== null)

/** Only the tab whose person asked for it reloads: others may have something typed in them. */
export function reloadIntoNewVersion() {
  if (waiting?.state !== 'installed') return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage({ type: 'SKIP_WAITING' })
}

function lookAt(registration: ServiceWorkerRegistration) {
  // The first worker of all replaces nothing.
  if (!registration.waiting || !navigator.serviceWorker.controller) return
  waiting = registration.waiting
  for (const listener of listeners) listener()
}

function watch(registration: ServiceWorkerRegistration) {
  lookAt(registration)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => lookAt(registration))
  })
  let checked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - checked < CHECK_MS) return
    checked = Date.now()
    registration.update().catch(() => {})
  })
}

/** Without https there is no service worker; everything but offline start works all the same. */
export function registerServiceWorker() {
  if (import.meta.env.DEV) return
  setTimeout(() => {
    if (!currentConnection().isOnline) return
    if (!('serviceWorker' in navigator) || !window.isSecureContext) return void loadScreensAhead()
    navigator.serviceWorker.register('/sw.js').then(watch, () => {})
  }, QUIET_MS)
}
