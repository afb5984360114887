import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { sessionQuery } from '../api/session.ts'
import { holdShared } from '../offline/shared-files.ts'
import { Loading } from '../ui/loading.tsx'
import { Away } from './away.tsx'
import { NewVersion } from './new-version.tsx'
import { followSignOut } from './sign-out.ts'

// A visitor needs nothing of the app, and a signed-in person nothing of the welcome page.
export const Welcome = lazyRouteComponent(() => import('../features/welcome/welcome.tsx'), 'Welcome')
export const SignedIn = lazyRouteComponent(() => import('./signed-in.tsx'), 'SignedIn')

/** Visitors see the welcome page at every address; what they asked for opens once they have signed in. */
export function Root() {
  const { data: profile, isPending, error, refetch } = useQuery(sessionQuery)
  const client = useQueryClient()
  const isVisitor = profile === null
  useEffect(() => followSignOut(client), [client])
  useEffect(() => {
    // A browser that keeps nothing was given nothing to hold.
    if (isVisitor) holdShared().catch(() => {})
  }, [isVisitor])
  if (isPending) return <Loading />
  if (error) return <Away onRetry={() => void refetch()} />
  return (
    <>
      <Suspense fallback={<Loading />}>{profile ? <SignedIn profile={profile} /> : <Welcome />}</Suspense>
      <NewVersion />
    </>
  )
}
