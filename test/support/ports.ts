import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** Systems give ports from 32768 (Linux) or 49152 on to whoever asks for any, clients among them; these are given to nobody. */
const [FIRST, LAST] = [12_000, 32_000]

/**
 * A TCP port of 127.0.0.1 for a server that has to know its address before it listens. However long that takes, and
 * whenever it starts again, no other test is given it while this process lives.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 100; tried++) {
    const port = randomInt(FIRST, LAST)
    if ((await isClaimed(port)) && (await isFree(port))) return port
  }
  throw new Error('no free port')
}

/** Claims a port among all test processes: a UDP socket of its number is one process's alone, and ends with it. */
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
