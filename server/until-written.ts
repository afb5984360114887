/** A value that changes whenever anything is written to the storage, by any process. Getting it takes microseconds. */
export type LastWrite = () => string

/**
 * Keeps answers by key until anything at all is written to the storage they come from. Whoever asks for one that is under way
 * shares it; one that fails is not kept.
 * @param lastWrite undefined: the storage cannot say cheaply, and every answer is new
 * @param most how many are kept
 */
export function untilWritten<Answer>(lastWrite: LastWrite | undefined, most: number) {
  const kept = new Map<string, Answer>()
  let keptAt = ''

  return function answer(key: string, ask: () => Answer): Answer {
    if (!lastWrite) return ask()
    // Looked up before the answer: what is written in between makes the next one new.
    const now = lastWrite()
    if (now !== keptAt) kept.clear()
    keptAt = now
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= most) kept.clear()
    const answer = ask()
    kept.set(key, answer)
    if (answer instanceof Promise) {
      answer.catch(() => {
        if (kept.get(key) === answer) kept.delete(key)
      })
    }
    return answer
  }
}
