import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addImportCommand(program: Command, run: Run) {
  program
    .command('import')
    .summary('import older receipts from a folder or zip archive')
    .description(
      'Imports older receipts: every picture, PDF and e-invoice in a folder or zip archive becomes a receipt and is read.',
    )
    .argument('<folder>', 'a folder, with its subfolders, or a zip archive')
    .requiredOption(
      '--user <user>',
      'the owner: the e-mail of a local account, or the sub of a user of Cognito or another provider',
    )
    .addHelpText(
      'after',
      notes(`A file that the owner already has is skipped, so the command can be repeated after an interruption. Each receipt then
waits for review, like an upload. With local storage the server must be stopped; on AWS it may run.

exit status: 0 all files were imported or skipped
             1 some were refused
             2 wrong usage`),
    )
    .action((folder, options) =>
      run(async () => (await import('../import.ts')).importReceipts(folder, options)),
    )
}
