import type { Command, Option } from '@commander-js/extra-typings'

/**
 * What may stand in place of the last word of a command line, each with its description after a tab. Nothing where a file
 * or a free text is expected: shells offer files then.
 */
export function candidatesFor(program: Command, words: string[]): string[] {
  const before = words.slice(0, -1)
  const current = words.at(-1) ?? ''
  const { command, waiting } = follow(program, before)
  if (waiting)
    return starting(
      current,
      (waiting.argChoices ?? []).map((value) => [value, '']),
    )
  if (before.includes('--')) return []
  if (current.startsWith('-')) return starting(current, optionsOf(command))
  if (command.commands.length > 0) return starting(current, commandsOf(command))
  return starting(
    current,
    command.registeredArguments.flatMap(
      ({ argChoices }) => (argChoices ?? []).map((value) => [value, '']) as Candidate[],
    ),
  )
}

type Candidate = [word: string, description: string]

const starting = (current: string, candidates: Candidate[]) =>
  candidates
    .filter(([word]) => word.startsWith(current))
    .map(([word, description]) => (description === '' ? word : `${word}\t${description}`))

/** The sub-command that the words have reached, and the option that still waits for its value. */
function follow(program: Command, words: string[]): { command: Command; waiting: Option | undefined } {
  let command = program
  let waiting: Option | undefined
  for (const word of words) {
    if (waiting) waiting = undefined
    else if (word.startsWith('-')) waiting = word.includes('=') ? undefined : takingValue(command, word)
    else command = (visible(command).find((below) => below.name() === word) ?? command) as Command
  }
  return { command, waiting }
}

const takingValue = (command: Command, word: string) =>
  command.options.find(
    (option) => [option.short, option.long].includes(word) && (option.required || option.optional),
  )

const visible = (command: Command) => command.createHelp().visibleCommands(command)

const commandsOf = (command: Command): Candidate[] =>
  visible(command).map((below) => [below.name(), below.summary() || below.description()])

const optionsOf = (command: Command): Candidate[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) => (long ? [[long, firstSentence(description)] as Candidate] : []))

const firstSentence = (text: string) => text.replace(/[.:;,(] .*$|[.]$/s, '')
