import { type Command, Option } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import { wholeNumber } from '../parse.ts'
import type { Run } from '../run.ts'

const languageOption = () =>
  new Option('--lang, --language <language>', 'language of the text')
    .choices(['en', 'ms'] as const)
    .default('en' as const)

export function addLawCommand(program: Command, run: Run) {
  const law = program
    .command('law')
    .summary('print the law of a year with its sources, and what changed')
    .description('Prints the law that this release knows. It needs no data folder and no server.')
    .addHelpText(
      'after',
      notes(`Names and sentences are those of the app; --json has everything in the terms of the data.

exit status: 0 done
             1 failed
             2 wrong usage`),
    )
  law
    .command('show')
    .argument('<year>', 'year of assessment, such as 2025', wholeNumber(1))
    .argument('[code]', 'one relief, gift, rebate or other head, such as lifestyle')
    .addOption(languageOption())
    .option('--json', 'one JSON object: { year, status, draft, heads, sources }')
    .summary('print each limit, rate and condition with its source')
    .description(
      'Prints each limit, rate and condition of a year with the document and the page or paragraph it was read in.',
    )
    .action((year, code, options) =>
      run(async () => (await import('../law/show.ts')).show(year, code, options)),
    )
  law
    .command('diff')
    .argument('<from>', 'year of assessment, such as 2025', wholeNumber(1))
    .argument('<to>', 'year of assessment, such as 2026', wholeNumber(1))
    .addOption(languageOption())
    .option('--json', 'one JSON object: { from, to, heads, items }')
    .summary('print what changed between two years')
    .description(
      'Prints what is different between the law of two years: reliefs, limits, rates, conditions, items.',
    )
    .action((from, to, options) => run(async () => (await import('../law/diff.ts')).diff(from, to, options)))
  law
    .command('draft')
    .argument('<year>', 'the year after the last one that is known', wholeNumber(1))
    .summary('print a data file for a new year')
    .description(
      'Prints the data file of a new year, made from the year before: every rule is marked unverified, and what ends by itself is left out.',
    )
    .action((year) => run(async () => (await import('../law/draft.ts')).draft(year)))
}
