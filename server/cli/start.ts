import { ignoreClosedPipes } from './closed-pipes.ts'
import { hideExperimentalWarnings } from './experimental-warnings.ts'

/** Runs a command line as the whole work of this process. Only what every command needs is loaded before. */
export async function startCommandLine(args: string[]) {
  // Whatever is written is this account's alone, also in a data folder that others may look into.
  process.umask(0o077)
  hideExperimentalWarnings()
  ignoreClosedPipes()
  const { runCommandLine } = await import('./program.ts')
  process.exitCode = await runCommandLine(args)
}
