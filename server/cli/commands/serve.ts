import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addServeCommand(program: Command, run: Run) {
  program
    .command('serve')
    .summary('start the server')
    .description('Starts the server, with the app and the API. Settings come from the shell and from .env.')
    .option('--qr', 'prints the address as a QR code, also where the output is no terminal')
    .addHelpText(
      'after',
      notes(`It ends in order on SIGTERM and SIGINT: running requests are answered first.

exit status: 0 ended by a signal
             1 could not start
             2 wrong usage`),
    )
    .action((options) => run(async () => (await import('../serve.ts')).serve(options)))
}
