/** A step at which whoever comes waits until `goOn` is called. */
export function gate() {
  const [first, second, open] = [newSignal(), newSignal(), newSignal()]
  let arrived = 0
  const pass = () => {
    arrived++
    if (arrived === 1) first.resolve()
    if (arrived === 2) second.resolve()
    return open.promise
  }
  return { pass, reached: first.promise, reachedAgain: second.promise, goOn: open.resolve }
}

const newSignal = () => Promise.withResolvers<void>()
