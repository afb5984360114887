import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RetryPolicy } from '../../server/aws/retry.ts'

export const REGION = 'ap-southeast-5'

/** Retries that outlast any slow machine, for tests in which AWS must not fail. */
export const LONG_RETRIES: RetryPolicy = { budget: 120_000, attempt: 60_000 }

/** Environment variables with which AWS clients reach only the stand-ins on this machine. */
export const awsEnvironment = () => ({
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_EC2_METADATA_DISABLED: 'true',
  // Keeps out the settings of whoever runs the tests.
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: '',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
})

/** Starts a server on a free port of this machine and returns its address. */
export async function listen(server: Server) {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export async function close(server: Server) {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
