import { PerformanceObserver } from 'node:perf_hooks'
import v8 from 'node:v8'

/** V8 lets a heap grow fourfold between collections where the machine has memory. This much more, in percent, is enough. */
const GROWTH = 20
/** Bytes of room for short-lived objects with which collecting them takes little of the time. V8 would take 96 MB. */
const ENOUGH = 6_000_000

/** Has this process collect its garbage rather than take memory from the rest of the machine. */
export function keepHeapSmall() {
  v8.setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
  // V8's own value; bin/tax-tracker.js has lowered it for the start.
  v8.setFlagsFromString('--semi-space-growth-factor=2')
  // The room grows only when it is collected.
  const collections = new PerformanceObserver(() => {
    const young = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
    if (!young || young.space_size < ENOUGH) return
    v8.setFlagsFromString('--semi-space-growth-factor=1')
    collections.disconnect()
  })
  collections.observe({ entryTypes: ['gc'] })
}
