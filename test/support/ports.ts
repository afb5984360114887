import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** Below the ports that systems hand out by themselves, clients included: from 32768 (Linux) or 49152. */
const [FIRST, LAST] = [12_000, 32_000]

/**
 * A TCP port of 127.0.0.1 for a server that must know its address before it listens. No other test gets it while this
 * process lives, even if the server restarts.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 100; tried++) {
    const port = randomInt(FIRST, LAST)
    if ((await isClaimed(port)) && (await isFree(port))) return port
  }
  throw new Error('no free port')
}

/** Claims a port among all test processes by a UDP socket with its number, which only one process can hold. */
function isClaimed(port: number) {
  const claim = createSocket('udp4').unref()
  return new Promise<boolean>((resolve) => {
    claim.once('error', () => resolve(false))
    claim.bind(port, '127.0.0.1', () => resolve(true))
  })
}

function isFree(port: number) {
  const probe = createServer()
  return new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
