type Listener = () => void
const listeners = new Set<Listener>()

/** Shows the list of keys, from anywhere in the app. */
export function requestKeys() {
  for (const listener of listeners) listener()
}

export function onKeysRequest(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
