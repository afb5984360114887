/**
 * Maps items in their order and works ahead: while the caller uses one result, the next ones are being loaded. When
 * the caller leaves its loop, the loop over `items` ends too.
 * @param atOnce how many loads run at a time, at least 1; as many results are in memory
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
    // A failure is reported when its turn comes; until then it must not count as an unhandled rejection.
    result.catch(() => {})
    loading.push(result)
    if (loading.length >= atOnce) yield await next()
  }
  while (loading.length > 0) yield await next()
}
