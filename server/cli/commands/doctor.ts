import { type Command, Option } from '@commander-js/extra-typings'
import { notes } from '../help.ts'
import type { Run } from '../run.ts'

export function addDoctorCommand(program: Command, run: Run) {
  program
    .command('doctor')
    .summary('check this installation and say how to fix what is wrong')
    .description(
      'Checks this installation and prints how to fix what is wrong. It can run beside a server. Without --repair it changes nothing.',
    )
    .option('--json', 'one object on standard output, described below')
    .option(
      '--records',
      'reads every record in the tables (STORAGE=aws) and lists those that cannot be read, each with a fix. It needs dynamodb:Scan and costs read units. Records of the data folder are always checked.',
    )
    .addOption(
      new Option(
        '--repair',
        'creates what is missing of the tables and the bucket (STORAGE=aws): tables, indexes, expiry, encryption, the block of public access, versions. Prints what it will do and asks first. It deletes nothing, and does not change the keys of an existing table or index. If it is interrupted, run it again.',
      ).conflicts(['json', 'records']),
    )
    .option('--yes', 'with --repair: does not ask')
    .addHelpText(
      'after',
      notes(`With --json:
  { "shape": { identity, storage, reader } or null,
    "variables": [{ name, from: "shell" or ".env", value, hidden? }]  (secrets masked),
    "findings": [{ topic, severity: "ok", "warning" or "error", message, fix? }],
    "summary": { ok, warning, error } }

exit status: 0 no errors (--repair: nothing left to repair)
             1 errors
             2 wrong usage`),
    )
    .action((options, command) => {
      if (options.yes && !options.repair) command.error("option '--yes' is only for --repair")
      return run(async () => (await import('../doctor.ts')).doctor(options))
    })
}
