import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { ownAddresses } from '../config/own-addresses.ts'
import type { Accounts } from '../identity/local/accounts.ts'
import { openAccounts } from '../services/identity.ts'
import { print } from './output.ts'
import { type Column, table } from './table.ts'
import { EXIT } from './usage-error.ts'

/** Prints all accounts. */
export const list = () =>
  withAccounts((accounts, url) => {
    const all = accounts.list()
    if (all.length === 0) print(`Nobody has an account yet. Open ${url} to create the first.`)
    else print(table(COLUMNS, all))
    return EXIT.ok
  })

/** Prints a link for creating an account. */
export const invite = () =>
  withAccounts((accounts, url) => {
    const { code, expiresAt } = accounts.invite()
    print(`${url}/oidc/invitation/${code}`)
    print(`works once, until ${minute(expiresAt)}`)
    return EXIT.ok
  })

/** Prints a link for choosing a new password. */
export const reset = (email: string) =>
  withAccounts((accounts, url) => {
    const started = accounts.startReset(email)
    if (!started) return nobodyHas(email)
    print(`${url}/oidc/reset/${started.code}`)
    print(`works once, until ${minute(started.expiresAt)}`)
    return EXIT.ok
  })

const COLUMNS: Column<ReturnType<Accounts['list']>[number]>[] = [
  { title: 'e-mail', cell: ({ email }) => email },
  { title: 'created', cell: ({ createdAt }) => createdAt.toISOString().slice(0, 10) },
  { title: 'id', cell: ({ id }) => id },
]

async function withAccounts(use: (accounts: Accounts, publicUrl: string) => number) {
  const config = loadConfig(process.env, readEnvFile(), ownAddresses)
  const { accounts, close } = await openAccounts(config)
  try {
    return use(accounts, config.publicUrl)
  } finally {
    close()
  }
}

function nobodyHas(email: string) {
  process.stderr.write(`Nobody has an account with the e-mail ${email}.\n`)
  return EXIT.failed
}

const minute = (date: Date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
