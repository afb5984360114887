import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { sessionQuery } from '../api/session.ts'
import { Loading } from '../ui/loading.tsx'
import { Away } from './away.tsx'
import { NewVersion } from './new-version.tsx'

// A visitor needs nothing of the app, and a signed-in person nothing of the welcome page.
const Welcome = lazy(async () => ({ default: (await import('../features/welcome/welcome.tsx')).Welcome }))
const SignedIn = lazy(async () => ({ default: (await import('./signed-in.tsx')).SignedIn }))

/** Visitors see the welcome page at every address; what they asked for opens once they have signed in. */
export function Root() {
  const { data: profile, isPending, error, refetch } = useQuery(sessionQuery)
  if (isPending) return <Loading />
  if (error) return <Away onRetry={() => void refetch()} />
  return (
    <>
      <Suspense fallback={<Loading />}>{profile ? <SignedIn profile={profile} /> : <Welcome />}</Suspense>
      <NewVersion />
    </>
  )
}
