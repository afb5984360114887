import { Command, CommanderError } from '@commander-js/extra-typings'
import { addBackupCommand } from './commands/backup.ts'
import { addClaimsCommand } from './commands/claims.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addImportCommand } from './commands/import.ts'
import { addLawCommand } from './commands/law.ts'
import { addMoveCommand } from './commands/move.ts'
import { addPcbCommand } from './commands/pcb.ts'
import { addReadCommand, addReadingShape } from './commands/read.ts'
import { addRereadCommand } from './commands/reread.ts'
import { addRestoreCommand } from './commands/restore.ts'
import { addServeCommand } from './commands/serve.ts'
import { addUserCommand } from './commands/user.ts'
import { addUsageToErrors, helpStyle, sentenceOf } from './help.ts'
import type { Output, Run } from './run.ts'
import { EXIT, UsageError } from './usage-error.ts'
import { version } from './version.ts'

const processOutput: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}

/** The command with its sub-commands, in the order of the help. */
export function createProgram(run: Run, output: Output = processOutput): Command {
  const { out, err, width } = output
  const program = new Command('tax-tracker')
    .description('Photograph receipts all year; know which count for which Malaysian tax relief.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this text')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp(helpStyle)
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: (text, write) => write(sentenceOf(text)),
      ...(width !== undefined && { getOutHelpWidth: () => width, getErrHelpWidth: () => width }),
    })
    .exitOverride()
    .addHelpText(
      'after',
      '\n`tax-tracker COMMAND --help` prints the options of a command; docs/commands.md explains all.',
    )
  addServeCommand(program, run)
  addReadCommand(program, run)
  addClaimsCommand(program, run)
  addLawCommand(program, run)
  addPcbCommand(program, run)
  addImportCommand(program, run)
  addUserCommand(program, run)
  addDoctorCommand(program, run)
  addBackupCommand(program, run)
  addRestoreCommand(program, run)
  addMoveCommand(program, run)
  addRereadCommand(program, run)
  addCompletionCommand(program, run, output)
  addUsageToErrors(program)
  return program
}

/** Runs a command line, prints why it failed, and resolves with the exit status. */
export async function runCommandLine(args: string[], output: Output = processOutput): Promise<number> {
  let status: number = EXIT.ok
  const program = createProgram(async (work) => {
    status = await work()
  }, output)
  if (args.includes('read')) await addReadingShape(program)
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    // What was wrong is printed already; help and version end here too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const { describeFailure } = await import('./failures.ts')
    output.err(`${describeFailure(error)}\n`)
    return error instanceof UsageError ? EXIT.usage : EXIT.failed
  }
}
