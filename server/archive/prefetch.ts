/**
 * Loads items in their order, a few at the same time: while one is worked on, the next are on their way. Ending the
 * loop over it ends the loop over `items`.
 * @param atOnce at least 1; so many results are in memory
 */
export async function* prefetch<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  atOnce: number,
  load: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const loading: Promise<R>[] = []
  const next = async () => {
    const first = loading.shift()
    if (!first) throw new Error('nothing is being loaded')
    return first
  }
  for await (const item of items) {
    const result = load(item)
    // Looked at when its turn comes; until then its failure is no unhandled one.
    result.catch(() => {})
    loading.push(result)
    if (loading.length >= atOnce) yield await next()
  }
  while (loading.length > 0) yield await next()
}
