/** Where the time comes from, so that tests can freeze it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
