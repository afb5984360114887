import { type Config, loadConfig } from '../../config/config.ts'
import { readEnvFile } from '../../config/env-file.ts'
import { ownAddresses } from '../../config/own-addresses.ts'
import { FormError } from '../../identity/local/accounts.ts'
import type { Account } from '../../identity/local/ports.ts'
import type { Owner } from '../../operations/ports.ts'
import { OperationError } from '../../operations/ports.ts'
import { openAccounts } from '../../services/identity.ts'
import { print } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Opened = Awaited<ReturnType<typeof openAccounts>>

interface Local extends Pick<Opened, 'accounts' | 'owners'> {
  config: Config
}

/** The accounts of this installation, while they are used. */
export async function withAccounts<T>(use: (local: Local) => T | Promise<T>): Promise<T> {
  const config = loadConfig(process.env, readEnvFile(), ownAddresses)
  const { close, ...opened } = await openAccounts(config)
  try {
    return await use({ ...opened, config })
  } finally {
    close()
  }
}

/** @throws OperationError */
export function accountOf({ accounts }: Pick<Local, 'accounts'>, email: string): Account {
  const found = accounts.findByEmail(email)
  if (!found) throw new OperationError(`Nobody has an account with the e-mail ${email}.`)
  return found
}

/** Those who have receipts or facts in the data folder; with STORAGE=aws these are elsewhere. */
export const recordsHere = ({ config, owners }: Local): Owner[] =>
  config.storage.kind === 'local' ? owners() : []

/** Says why an address cannot be taken. */
export function asAddressError(email: string) {
  return (error: unknown): never => {
    if (!(error instanceof FormError)) throw error
    if (error.fields.email === 'email_taken')
      throw new OperationError(`There is already an account with the e-mail ${email}.`)
    throw new UsageError(`${email} is no e-mail address.`)
  }
}

/** Prints a link that works once. @param path of the page, without the code */
export function printLink(url: string, { code, expiresAt }: { code: string; expiresAt: Date }) {
  print(`${url}/${code}`)
  print(`works once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`)
}
