import { useState } from 'react'
import { useAuth } from 'react-oidc-context'
import { Receipts } from './receipts.tsx'
import type { Tracker } from './tracker.ts'

export function App({ tracker }: { tracker: Tracker }) {
  const { isLoading, user, error, signinRedirect } = useAuth()
  if (isLoading) return <main aria-busy="true" />
  if (!user) {
    return (
      <main>
        <h1>Receipts</h1>
        {error && <p role="alert">Signing in did not work: {error.message}</p>}
        <button type="button" onClick={() => void signinRedirect()}>
          Sign in
        </button>
      </main>
    )
  }
  return (
    <main>
      <header>
        <h1>Receipts</h1>
        {/* The tracker sees access tokens only, which have no e-mail address; it is in the app's own id token. */}
        <span>{user.profile.email}</span>
        <SignOut tracker={tracker} />
      </header>
      <Receipts tracker={tracker} />
    </main>
  )
}

function SignOut({ tracker }: { tracker: Tracker }) {
  const [isLeaving, setLeaving] = useState(false)
  function leave() {
    setLeaving(true)
    void tracker.signOut()
  }
  return (
    <button type="button" disabled={isLeaving} onClick={leave}>
      Sign out
    </button>
  )
}
