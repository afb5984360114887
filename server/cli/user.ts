import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { ownAddresses } from '../config/own-addresses.ts'
import type { Accounts } from '../identity/local/accounts.ts'
import { explain } from '../operations/explain.ts'
import { openAccounts } from '../services/identity.ts'

const HELP = `Manages the local accounts. The server may be running.

usage: npm run user -- list
       npm run user -- invite
       npm run user -- reset EMAIL

  list          prints all accounts, oldest first: e-mail, day of creation, id
  invite        prints a link for creating one account; it works once, within 7 days
  reset EMAIL   prints a link for choosing a new password; it works once, within an hour, and ends all sessions
  --help        prints this text

Links start with PUBLIC_URL. Send them in a way that only the recipient can read.

exit status: 0 done, 1 not possible, 2 wrong usage
`

const commands: Record<
  string,
  { words: number; run: (accounts: Accounts, url: string, email: string) => void }
> = {
  list: { words: 1, run: list },
  invite: { words: 1, run: invite },
  reset: { words: 2, run: reset },
}

try {
  await main()
} catch (error) {
  fail(explain(error), 1)
}

async function main() {
  const { words, help } = readArguments()
  if (help) return void process.stdout.write(HELP)
  const [name = '', email = ''] = words
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command?.words !== words.length) {
    return fail('usage: npm run user -- list | invite | reset EMAIL (--help prints more)', 2)
  }
  const config = loadConfig(process.env, readEnvFile(), ownAddresses)
  const { accounts, close } = await openAccounts(config)
  try {
    command.run(accounts, config.publicUrl, email)
  } finally {
    close()
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    })
    return { words: positionals, help: values.help }
  } catch {
    return { words: [], help: false }
  }
}

function list(accounts: Accounts, url: string) {
  const all = accounts.list()
  if (all.length === 0) return print(`Nobody has an account yet. Open ${url} to create the first.`)
  const width = Math.max(...all.map(({ email }) => email.length))
  for (const { email, createdAt, id } of all) {
    print(`${email.padEnd(width)}  ${createdAt.toISOString().slice(0, 10)}  ${id}`)
  }
}

function invite(accounts: Accounts, url: string) {
  const { code, expiresAt } = accounts.invite()
  print(`${url}/oidc/invitation/${code}`)
  print(`works once, until ${minute(expiresAt)}`)
}

function reset(accounts: Accounts, url: string, email: string) {
  const started = accounts.startReset(email)
  if (!started) return fail(`Nobody has an account with the e-mail ${email}.`, 1)
  print(`${url}/oidc/reset/${started.code}`)
  print(`works once, until ${minute(started.expiresAt)}`)
}

function minute(date: Date) {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}

function fail(message: string, status: 1 | 2) {
  process.stderr.write(`${message}\n`)
  process.exitCode = status
}
