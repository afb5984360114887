import type { QueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'
import { SignedIn, Welcome } from './root.tsx'
import type { AppRouter } from './router.tsx'

/** How long the first screen is waited for at most, in ms: the placeholder in its place would show nothing for as long. */
const LATEST_MS = 300

/**
 * Waits for what the first screen shows, its code and its data, so that it is drawn once and whole. React would hold
 * back what takes the place of a placeholder until that has stood for 300 ms.
 */
export function firstScreen(router: AppRouter, client: QueryClient): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  setTimeout(resolve, LATEST_MS)
  // What fails is said on the screen.
  load(router, client).then(resolve, () => resolve())
  return promise
}

async function load(router: AppRouter, client: QueryClient) {
  const routed = router.load()
  const profile = await client.fetchQuery(sessionQuery)
  await Promise.all([routed, (profile ? SignedIn : Welcome).preload?.()])
  await Promise.all(
    client
      .getQueryCache()
      .getAll()
      .map(({ promise }) => promise),
  )
}
