import type { FastifyReply } from 'fastify'

/** A client that reads nothing for this long is gone, even if the connection still looks open. */
const IDLE_MS = 120_000

/** Destroys a long response, and with it whatever produces it, when its client stops reading. */
export function destroyWhenIdle({ raw }: FastifyReply) {
  raw.setTimeout(IDLE_MS, () => raw.destroy())
}
