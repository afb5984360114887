import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import { wholeNumber } from '../parse.ts'
import type { Run } from '../run.ts'

/** An amount in ringgit, with or without thousands separators. */
function ringgit(text: string): number {
  if (/^\d{1,3}(,?\d{3})*(\.\d{1,2})?$|^\d+(\.\d{1,2})?$/.test(text)) return Number(text.replaceAll(',', ''))
  throw new InvalidArgumentError('It must be an amount such as 5500 or 5,500.00.')
}

function units(text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && number >= 0 && Number.isInteger(number * 2)) return number
  throw new InvalidArgumentError('It must be a number of units such as 2 or 0.5.')
}

export function addPcbCommand(program: Command, run: Run) {
  program
    .command('pcb')
    .argument('[file]', 'the month as JSON; options say what the file does not, or otherwise')
    .option('--year <year>', 'year of the deduction (JSON: year)', wholeNumber(1))
    .option('--month <month>', 'month, 1 to 12 (month)', wholeNumber(1))
    .addOption(
      new Option('--category <number>', '1 single; 2 spouse without income; 3 others (category)').choices([
        '1',
        '2',
        '3',
      ] as const),
    )
    .addOption(
      new Option('--regime <regime>', 'how the employee is taxed (regime)').choices([
        'normal',
        'nonresident',
        'rep',
        'kw',
        'csuite',
      ] as const),
    )
    .option('--pay <ringgit>', 'taxable pay of the month (Y1)', ringgit)
    .option('--epf <ringgit>', 'EPF on it (K1)', ringgit)
    .option('--bonus <ringgit>', 'bonus and other additional pay of the month (Yt)', ringgit)
    .option('--bonus-epf <ringgit>', 'EPF on it (Kt)', ringgit)
    .option('--earlier-pay <ringgit>', 'pay of earlier months, by TP3 too (Y)', ringgit)
    .option('--earlier-epf <ringgit>', 'EPF on it (K)', ringgit)
    .option('--earlier-pcb <ringgit>', 'PCB of earlier months, without CP38 (X)', ringgit)
    .option('--earlier-reliefs <ringgit>', 'TP1 and TP3 reliefs of earlier months (LP)', ringgit)
    .option('--reliefs <ringgit>', 'TP1 reliefs of the month (LP1)', ringgit)
    .option('--earlier-zakat <ringgit>', 'zakat and levy of earlier months (Z)', ringgit)
    .option('--zakat <ringgit>', 'zakat and levy of the month (zakat)', ringgit)
    .option('--children <units>', 'units of child relief, RM2,000 each (units)', units)
    .option('--disabled', 'the employee is disabled (du)')
    .option('--spouse-disabled', 'the spouse is disabled, in category 2 (su)')
    .addOption(
      new Option('--language <language>', 'language of the text')
        .choices(['en', 'ms'] as const)
        .default('en' as const),
    )
    .option('--json', 'one JSON object: { K2, K2b, P, P2, A, B, CS, C, gross, pcb, open }')
    .summary('print how much tax an employer deducts from a month’s pay')
    .description(
      'Prints the monthly tax deduction (PCB) by the computerised method of LHDN, with the figures on the way. It needs no data folder and no server.',
    )
    .addHelpText(
      'after',
      notes(`The letters are those of LHDN's specification; docs/pcb.md explains them. Where the specification leaves open what is
deducted, both results are printed.

exit status: 0 done
             1 failed
             2 wrong usage`),
    )
    .action((file, options) => run(async () => (await import('../pcb.ts')).pcb(file, options)))
}
