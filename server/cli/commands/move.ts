import { type Command, Option } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addMoveCommand(program: Command, run: Run) {
  program
    .command('move')
    .summary('copy everything from the data folder to AWS')
    .description(
      'Copies receipts with their history, files and texts, facts by year, statements and decisions from the data folder (DATA_DIR) to the configured tables and bucket. The server must be stopped. The source is not changed. After an interruption, run the command again; it continues.',
    )
    .addOption(new Option('--to <storage>', 'where to').choices(['aws'] as const).makeOptionMandatory())
    .requiredOption(
      '--users <file>',
      'lines of local-user,cognito-sub: the e-mail or id of a local account (the user command lists them), and the sub in the user pool. Accounts that are not in the file are not copied, and listed.',
    )
    .option('--check', 'writes nothing, prints what would be copied, and checks the hash of every file')
    .addHelpText(
      'after',
      notes(`A record that is damaged here is not copied, and listed with its fix; it stays in the data folder.

exit status: 0 everything in the mapping is copied
             1 some could not be copied
             2 wrong usage`),
    )
    .action((options) => run(async () => (await import('../move.ts')).moveToAws(options)))
}
