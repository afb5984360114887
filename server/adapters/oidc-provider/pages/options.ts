import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../../clock.ts'
import type { Accounts } from '../../../identity/local/accounts.ts'
import type { Factors } from '../../../identity/local/factors/index.ts'
import type { KnownDevices } from '../../../identity/local/known-devices.ts'
import type { Sealing } from '../../../identity/sealing.ts'
import type { SecurityLog } from '../../../identity/security-log.ts'
import type { Interactions } from '../interactions.ts'

export interface PagesOptions {
  interactions: Interactions
  accounts: Accounts
  factors: Factors
  /** Seals what a sign-in is waiting for. */
  secondSteps: Sealing
  clock: Clock
  publicUrl: string
  knownDevices: KnownDevices
  securityLog: SecurityLog
  /** Whether a request comes from the machine the server runs on. */
  isFromThisMachine(request: FastifyRequest): boolean
  /** The only client, and where its users may be redirected after signing out. */
  clientId: string
  afterLogout: string
}
