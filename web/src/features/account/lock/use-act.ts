import { useState } from 'react'

/** One thing at a time, and how it failed. A person who closes the browser's own dialog has not failed. */
export function useAct() {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function act(work: () => Promise<unknown>) {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === 'NotAllowedError')) setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, error, act: (work: () => Promise<unknown>) => void act(work) }
}
