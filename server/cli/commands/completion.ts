import { Argument, type Command } from '@commander-js/extra-typings'
import { candidatesFor } from '../completion/candidates.ts'
import { scripts, shells } from '../completion/scripts.ts'
import { notes } from '../help.ts'
import type { Output, Run } from '../run.ts'

export function addCompletionCommand(program: Command, run: Run, { out }: Output) {
  program
    .command('completion')
    .summary('print a script that completes commands in a shell')
    .description('Prints a script with which a shell completes commands, options and files.')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(shells))
    .addHelpText(
      'after',
      notes(`  bash:  echo 'source <(tax-tracker completion bash)' >> ~/.bashrc
  zsh:   echo 'source <(tax-tracker completion zsh)' >> ~/.zshrc   (after compinit)
  fish:  tax-tracker completion fish > ~/.config/fish/completions/tax-tracker.fish

exit status: 0 done
             2 wrong usage`),
    )
    .action((shell) =>
      run(async () => {
        out(scripts[shell])
        return 0
      }),
    )
  program
    .command('complete', { hidden: true })
    .description('Prints what may stand in place of the last word, for the scripts.')
    .argument('<word...>')
    .action((words) =>
      run(async () => {
        for (const line of candidatesFor(program, words)) out(`${line}\n`)
        return 0
      }),
    )
}
