import { type Command, Option } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import { wholeNumber } from '../parse.ts'
import type { Run } from '../run.ts'

export function addClaimsCommand(program: Command, run: Run) {
  program
    .command('claims')
    .summary('print the claim of a year from a folder of receipts')
    .description(
      'Reads a folder of receipts, suggests what each may be claimed for, and prints the claim of the year.',
    )
    .requiredOption('--ya <year>', 'year of assessment, such as 2025', wholeNumber(1))
    .requiredOption(
      '--receipts <folder>',
      'pictures, PDFs and e-invoices (XML, JSON), also in subfolders; or a zip archive',
    )
    .option(
      '--taxpayer <file>',
      'the body of PUT /tax-years/{ya}/taxpayer as JSON: income, spouse, children, statements',
    )
    .addOption(
      new Option('--language <language>', 'language of the table')
        .choices(['en', 'ms'] as const)
        .default('en' as const),
    )
    .option('--json', 'one JSON object: { claim, estimate, receipts }')
    .addHelpText(
      'after',
      notes(`Nothing is stored: a temporary folder is removed at the end. No receipt is confirmed, so nothing is claimed yet; the last
column shows what could be claimed if every suggestion is accepted.

exit status: 0 all files were read
             1 some were refused
             2 wrong usage`),
    )
    .action((options) => run(async () => (await import('../claims.ts')).claims(options)))
}
