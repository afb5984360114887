import type { Accounts } from '../identity/local/accounts.ts'
import { OperationError } from '../operations/ports.ts'
import { count, print, some } from './output.ts'
import { type Column, table } from './table.ts'
import { EXIT } from './usage-error.ts'
import { accountOf, asAddressError, printLink, recordsHere, withAccounts } from './user/accounts.ts'

const COLUMNS: Column<ReturnType<Accounts['list']>[number]>[] = [
  { title: 'e-mail', cell: ({ email }) => email },
  { title: 'created', cell: ({ createdAt }) => createdAt.toISOString().slice(0, 10) },
  { title: 'id', cell: ({ id }) => id },
]

/** Prints all accounts, and whose records were kept without one. */
export const list = () =>
  withAccounts((local) => {
    const all = local.accounts.list()
    if (all.length === 0)
      print(`Nobody has an account yet. Open ${local.config.publicUrl} to create the first.`)
    else print(table(COLUMNS, all))
    const left = recordsHere(local).filter(({ email }) => email === null)
    if (left.length > 0) print('\nKept without an account:')
    for (const line of some(
      left.map(({ userId, receipts }) => `${userId}: ${count(receipts, 'receipt')}`),
      50,
    ))
      print(line)
    return EXIT.ok
  })

/** Prints a link for creating an account. */
export const invite = () =>
  withAccounts(({ accounts, config }) => {
    printLink(`${config.publicUrl}/oidc/invitation`, accounts.invite())
    return EXIT.ok
  })

/** Prints a link for choosing a new password. */
export const reset = (email: string) =>
  withAccounts((local) => {
    const account = accountOf(local, email)
    const started = local.accounts.startReset(account.email)
    if (started) printLink(`${local.config.publicUrl}/oidc/reset`, started)
    return EXIT.ok
  })

/** Removes what an account is signed in to with besides its password. */
export const resetFactors = (email: string) =>
  withAccounts(async (local) => {
    const account = accountOf(local, email)
    if (!(await local.accounts.resetFactors(account)))
      throw new OperationError(`${account.email} has neither an authenticator app nor a passkey.`)
    print(
      `${account.email} signs in with the password alone now, and is told so then. All sessions have ended.`,
    )
    return EXIT.ok
  })

/** Changes the address an account signs in with. */
export const changeEmail = (email: string, next: string) =>
  withAccounts(async (local) => {
    const account = accountOf(local, email)
    const changed = await local.accounts.changeEmail(account, next).catch(asAddressError(next))
    print(`${account.email} signs in as ${changed} now, with the same password. All sessions have ended.`)
    return EXIT.ok
  })

/** Makes an account for the records of a removed one, and prints a link for choosing its password. */
export const restore = (id: string, email: string) =>
  withAccounts(async (local) => {
    if (local.accounts.find(id)) throw new OperationError(`${id} has an account.`)
    if (local.config.storage.kind === 'local' && !recordsHere(local).some(({ userId }) => userId === id))
      throw new OperationError(`Nothing of ${id} is kept here; user list shows what is.`)
    const link = await local.accounts.restore(id, email).catch(asAddressError(email))
    printLink(`${local.config.publicUrl}/oidc/reset`, link)
    return EXIT.ok
  })
