import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onSessionEnd } from '../api/client.ts'
import { forgetSession, onReturn } from '../api/session.ts'
import { useUploadQueue } from '../offline/queue-provider.tsx'

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

/**
 * The session ended while the person was at work: what they typed is kept, and the sign-in leads back here. Once they
 * have signed in in another window, this one goes on where it was.
 */
export function SessionEnded() {
  const [hasEnded, setEnded] = useState(false)
  const client = useQueryClient()
  const queue = useUploadQueue()
  useEffect(
    () =>
      onSessionEnd(() => {
        forgetSession()
        setEnded(true)
      }),
    [],
  )
  useEffect(() => {
    if (!hasEnded) return
    return onReturn(() => {
      setEnded(false)
      void client.invalidateQueries()
      void queue?.sendNow()
    })
  }, [hasEnded, client, queue])
  if (!hasEnded) return null
  return (
    <Suspense>
      <SignInAgain />
    </Suspense>
  )
}
