import { lazy, Suspense, useEffect, useState } from 'react'
import { onSessionEnd } from '../api/client.ts'
import { forgetSession } from '../api/session.ts'

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

/** The session ended while the person was at work: what they typed is kept, and the sign-in leads back here. */
export function SessionEnded() {
  const [hasEnded, setEnded] = useState(false)
  useEffect(
    () =>
      onSessionEnd(() => {
        forgetSession()
        setEnded(true)
      }),
    [],
  )
  if (!hasEnded) return null
  return (
    <Suspense>
      <SignInAgain />
    </Suspense>
  )
}
