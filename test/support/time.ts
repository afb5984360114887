import { mock } from 'node:test'

/**
 * For tests that give the server its own clock: tokens are issued by Date, and must outlive that clock on any day the
 * tests run.
 */
export const LATER = '2027-06-01T04:00:00.000Z'

/**
 * Freezes Date, which the server's clock, the OpenID provider and the libraries that check tokens all use. Timers run
 * as usual.
 */
export function freezeTime(at = '2026-03-15T04:00:00.000Z') {
  mock.timers.enable({ apis: ['Date'], now: new Date(at) })
  return {
    advance: ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) =>
      mock.timers.setTime(Date.now() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000),
    release: () => mock.timers.reset(),
  }
}
