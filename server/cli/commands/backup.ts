import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addBackupCommand(program: Command, run: Run) {
  program
    .command('backup')
    .summary('back up the data folder to one file')
    .description(
      'Backs up the data folder (DATA_DIR) to one file: database, receipts and keys. The server may be running.',
    )
    .argument('<file>', 'must not exist; it is written completely or not at all')
    .option('--encrypt', 'asks for a passphrase and encrypts the file')
    .option('--passphrase-file <file>', 'reads the passphrase from the first line of a file')
    .addHelpText(
      'after',
      notes(`The passphrase can also be set as BACKUP_PASSPHRASE. Without one the file is not encrypted: whoever can read it can
read every receipt and sign in as anyone. docs/keeping.md describes the contents and the encryption.

A record that cannot be read is copied as it is, with everything in its folder, and listed.

exit status: 0 done
             1 failed, or records or files are damaged or missing
             2 wrong usage`),
    )
    .action((file, options) => run(async () => (await import('../backup.ts')).backUp(file, options)))
}
