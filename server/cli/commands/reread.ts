import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addRereadCommand(program: Command, run: Run) {
  program
    .command('reread')
    .summary('apply the field rules of this release to texts read before')
    .description(
      'Applies the field rules of this release to text that was read before. No picture is read again and nothing is billed.',
    )
    .option('--user <id>', 'only the receipts of this user (the sub of their tokens); default: all users')
    .addHelpText(
      'after',
      notes(`Values set by a person are kept. On a confirmed receipt, different values become a proposal. With local storage the
server must be stopped; on AWS it may run.

A receipt whose record is damaged stays as it is and is listed: open it in the app and read it again there.

exit status: 0 done
             1 not possible, or some receipts are damaged
             2 wrong usage`),
    )
    .action((options) => run(async () => (await import('../reread.ts')).reread(options)))
}
