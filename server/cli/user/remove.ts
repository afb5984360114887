import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import type { Account } from '../../identity/local/ports.ts'
import { type Asker, asker } from '../ask.ts'
import { openServices } from '../open-services.ts'
import { count, print } from '../output.ts'
import { EXIT, UsageError } from '../usage-error.ts'
import { accountOf, recordsHere, withAccounts } from './accounts.ts'

interface RemoveOptions {
  /** Does not ask. */
  yes?: boolean | undefined
  /** Deletes everything of the person too. */
  erase?: boolean | undefined
}

/**
 * Removes an account and ends its sessions. What the person has stored stays, unless it is to be erased.
 * @throws UsageError where nobody can be asked
 */
export async function remove(email: string, { yes, erase }: RemoveOptions): Promise<number> {
  const ask = yes ? async () => true : asker()
  if (!ask) throw new UsageError('Nobody can be asked here, so removing an account needs --yes.')
  return erase ? eraseEverything(email, ask) : removeAccount(email, ask)
}

const removeAccount = (email: string, ask: Asker) =>
  withAccounts(async (local) => {
    const account = accountOf(local, email)
    const receipts = recordsHere(local).find(({ userId }) => userId === account.id)?.receipts ?? 0
    print(
      `${account.email} has ${count(receipts, 'receipt')} in the data folder. They stay there, with the facts.`,
    )
    if (!(await ask(`Remove the account of ${account.email} and end its sessions?`))) return notDone()
    await local.accounts.remove(account.id)
    print(`The account is removed, and its sessions have ended.`)
    print(`An account for what it left: user restore ${account.id} EMAIL`)
    if (local.accounts.isEmpty()) sayIfOpen(local.config.publicUrl)
    return EXIT.ok
  })

/** What the accounts module says before it erases anything. */
const warningSchema = z.object({
  erases: z.record(z.string(), z.number()),
  retainUntil: z.string().nullable(),
  confirmation: z.string(),
})

/** Needs all services, and so that no server uses the data folder. */
async function eraseEverything(email: string, ask: Asker): Promise<number> {
  const account: Account = await withAccounts((local) => accountOf(local, email))
  const services = await openServices()
  try {
    const person = { sub: account.id, username: undefined }
    const warning = await services.accounts.erase(person, undefined).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'confirmation_needed') return error
        throw error
      },
    )
    if (warning) {
      const { erases, retainUntil, confirmation } = warningSchema.parse(warning.extra)
      const things = Object.entries(erases).map(([thing, n]) => `${thing} ${n}`)
      print(`${account.email} has here: ${things.join(', ')}.`)
      if (retainUntil) print(`By law some of these receipts must be kept until ${retainUntil}.`)
      if (!(await ask(`Erase everything of ${account.email}, for good?`))) return notDone()
      await services.accounts.erase(person, confirmation)
    }
    print(
      'Everything is erased. The next start of the server checks once more; docs/keeping.md says what is left.',
    )
    if (services.identity.accounts?.isEmpty()) sayIfOpen(services.config.publicUrl)
    return EXIT.ok
  } finally {
    await services.close()
  }
}

function notDone() {
  print('Nothing was changed.')
  return EXIT.failed
}

const sayIfOpen = (url: string) =>
  print(`No account is left: with SIGN_UP=first, the next person at ${url} can create one.`)
