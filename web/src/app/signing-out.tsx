import { lazy, Suspense, useEffect, useState } from 'react'
import { onSignOutRequest } from '../offline/sign-out-request.ts'

const SignOut = lazy(async () => ({ default: (await import('./sign-out-dialog.tsx')).SignOut }))

/** Waits for somebody to sign out. */
export function SigningOut() {
  const [isAsked, setAsked] = useState(false)
  useEffect(() => onSignOutRequest(() => setAsked(true)), [])
  if (!isAsked) return null
  return (
    <Suspense>
      <SignOut onStay={() => setAsked(false)} />
    </Suspense>
  )
}
