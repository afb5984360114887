type Listener = () => void
const listeners = new Set<Listener>()

/**
 * Signs out, from anywhere in the app: at once, or after the person has said what happens to receipts that have not been
 * sent.
 */
export function requestSignOut() {
  for (const listener of listeners) listener()
}

export function onSignOutRequest(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
