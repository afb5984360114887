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
    .command('change-email')
    .argument('<email>')
    .argument('<new-email>')
    .summary('change the address of an account')
    .description('Changes the address that an account signs in with. The password stays; all sessions end.')
    .action((email, next) => run(async () => (await load()).changeEmail(email, next)))
  user
    .command('remove')
    .argument('<email>')
    .option('--erase', 'deletes everything of the person too, for good; the server must be stopped')
    .option('--yes', 'does not ask; needed where there is no terminal')
    .summary('remove an account')
    .description(
      'Removes an account after asking, and ends its sessions. The receipts and facts stay in the data folder.',
    )
    .action((email, options) => run(async () => (await import('../user/remove.ts')).remove(email, options)))
  user
    .command('restore')
    .argument('<id>')
    .argument('<email>')
    .summary('make an account for what a removed one has left')
    .description(
      'Makes an account for what a removed one has left, and prints a link for choosing its password; it works once, within an hour. The list shows the id.',
    )
    .action((id, email) => run(async () => (await load()).restore(id, email)))
  user
    .command('reset')
    .argument('<email>')
    .summary('print a link for choosing a new password')
    .description(
      'Prints a link for choosing a new password; it works once, within an hour, and ends all sessions.',
    )
    .action((email) => run(async () => (await load()).reset(email)))
  user
    .command('reset-factors')
    .argument('<email>')
    .summary('remove the second lock of an account')
    .description(
      'Removes the authenticator app, the recovery codes and the passkeys of an account, for somebody who has lost them. The password stays; all sessions end. The person is told at the next sign-in. Make sure first who asks you.',
    )
    .action((email) => run(async () => (await load()).resetFactors(email)))
}
