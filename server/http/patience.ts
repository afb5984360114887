import type { FastifyReply } from 'fastify'

/** A client that takes nothing for so long has gone, even if nobody said so. */
const IDLE_MS = 120_000

/** Ends a long answer that nobody takes any more, and with it what makes the answer. */
export function giveUpWhenIdle({ raw }: FastifyReply) {
  raw.setTimeout(IDLE_MS, () => raw.destroy())
}
