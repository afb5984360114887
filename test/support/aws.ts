import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RetryPolicy } from '../../server/aws/retry.ts'

export const REGION = 'ap-southeast-5'

/** How long AWS is tried again where it is not to fail, however slow the machine. */
export const LONG_RETRIES: RetryPolicy = { budget: 120_000, attempt: 60_000 }

/** What AWS clients need of the environment where only stand-ins on this machine are to be reached. */
export const awsEnvironment = () => ({
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_EC2_METADATA_DISABLED: 'true',
  // Nothing of whoever runs the tests.
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: '',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
})

/** On a free port of this machine; returns its address. */
export async function listen(server: Server) {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export async function close(server: Server) {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
