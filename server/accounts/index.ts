import type { Readable } from 'node:stream'
import { createExportLimiter } from '../archive/export-limit.ts'
import type { Person } from '../personal-data.ts'
import type { ErasureDeps } from './erasure/deps.ts'
import { createErasure, type ErasureOutcome } from './erasure/index.ts'
import { holdingsOf } from './holdings.ts'

export type AccountsDeps = ErasureDeps

/** All of a person's data, of every module: exported as one archive, and erased. */
export function createAccounts(deps: AccountsDeps) {
  const { clock } = deps
  const modules = [deps.identity, ...deps.others]
  const erasure = createErasure(deps)
  const limiter = createExportLimiter()

  return {
    /** Continues an erasure; false where the receipt is none. The receipts module calls it for hidden receipts. */
    resume: erasure.resume,

    /** @throws Refusal being_erased while everything of the person is being erased */
    mayChange: erasure.mayChange,

    /**
     * Everything of a person as a zip stream, which the caller reads or destroys.
     * @throws Refusal too_many_requests
     */
    async export(person: Person): Promise<Readable> {
      const release = limiter.acquire(person.sub)
      const { archiveOf } = await import('./export/archive.ts')
      return archiveOf(person, modules, clock.now()).on('close', release)
    },

    /**
     * Erases everything of a person.
     * @param confirmation as the refusal of the first call gave it; undefined: not confirmed yet
     * @throws Refusal confirmation_needed, with what would be erased and a `confirmation`
     */
    async erase(person: Person, confirmation: string | undefined): Promise<ErasureOutcome> {
      return erasure.erase(person, confirmation, await holdingsOf(modules, person))
    },
  }
}

export type Accounts = ReturnType<typeof createAccounts>
