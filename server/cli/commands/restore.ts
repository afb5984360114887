import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addRestoreCommand(program: Command, run: Run) {
  program
    .command('restore')
    .summary('restore a data folder from a backup')
    .description('Restores a data folder (DATA_DIR) from a backup, completely or not at all.')
    .argument('<file>', 'what the backup command wrote')
    .option('--passphrase-file <file>', 'reads the passphrase from the first line of a file')
    .addHelpText(
      'after',
      notes(`The folder must be empty or missing. The hash of every file and the database are checked.

The passphrase of an encrypted backup can also be set as BACKUP_PASSPHRASE; otherwise it is asked for. Everybody must
sign in again afterwards, so that no session that ended after the backup becomes valid again.

exit status: 0 done
             1 failed
             2 wrong usage`),
    )
    .action((file, options) => run(async () => (await import('../restore.ts')).restoreFrom(file, options)))
}
