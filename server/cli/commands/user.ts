import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addUserCommand(program: Command, run: Run) {
  const user = program
    .command('user')
    .summary('manage the local accounts')
    .description('Manages the local accounts. The server may be running.')
    .addHelpText(
      'after',
      notes(`Links start with PUBLIC_URL. Send them in a way that only the recipient can read.

exit status: 0 done
             1 not possible
             2 wrong usage`),
    )
  const load = () => import('../user.ts')
  user
    .command('list')
    .summary('print all accounts')
    .description('Prints all accounts, oldest first: e-mail, day of creation, id.')
    .action(() => run(async () => (await load()).list()))
  user
    .command('invite')
    .summary('print a link for creating an account')
    .description('Prints a link for creating one account; it works once, within 7 days.')
    .action(() => run(async () => (await load()).invite()))
  user
    .command('reset')
    .argument('<email>')
    .summary('print a link for choosing a new password')
    .description(
      'Prints a link for choosing a new password; it works once, within an hour, and ends all sessions.',
    )
    .action((email) => run(async () => (await load()).reset(email)))
}
