import { describe, test } from 'node:test'
import { CRASH_POINTS, killing } from './killing.ts'

/** Moments of a kill from outside, in ms after the uploads begin; with a reading of 60 ms they hit every step. */
const KILLS = [4, 12, 22, 34, 50, 75, 110, 160]

describe('kill -9 in the middle of uploads', () => {
  for (const crash of CRASH_POINTS) {
    test(`${crash}: nothing answered is lost, nothing is left half-way`, () =>
      killing((run) => run.uploadsUntilDead({ crash })))
  }

  test('at any moment, again and again', () =>
    killing(async (run) => {
      for (const killAfter of KILLS) await run.uploadsUntilDead({ killAfter })
    }))
})
