import type { Command } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import { wholeNumber } from '../parse.ts'
import type { Run } from '../run.ts'

export function addReadCommand(program: Command, run: Run) {
  program
    .command('read')
    .summary('print what receipts say, without a server')
    .description('Reads receipts without a server or a login and prints the result.')
    .argument(
      '<file...>',
      'JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF or PDF of at most 30 pages, or a MyInvois e-invoice (XML, JSON)',
    )
    .option('--json', 'one JSON array on standard output, described below')
    .option(
      '--workers <n>',
      'processes that read at the same time (default: READER_WORKERS, else by the cores and memory of this machine)',
      wholeNumber(1),
    )
    .addHelpText(
      'after',
      notes(`The table shows the confidence after each value. Files that could not be read, or contain no receipt, are reported on
standard error.

The password of a locked PDF is asked for on the terminal, or is the next line of standard input. No option takes it, as
every process can see the command line.`),
    )
    .action((files, options) => run(async () => (await import('../read.ts')).read(files, options)))
}

/** Adds what lists the fields of a receipt, which only the help of `read` is worth loading for. */
export async function addReadingShape(program: Command) {
  const { readingShape } = await import('../read/reading-shape.ts')
  program.commands
    .find((command) => command.name() === 'read')
    ?.addHelpText(
      'after',
      notes(`${readingShape()}

exit status: 0 all files were read
             1 some were not
             2 wrong usage`),
    )
}
