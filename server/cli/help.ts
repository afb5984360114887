import type { Command, Help } from '@commander-js/extra-typings'

/** `<file>` as `FILE`, as manuals write what a person replaces. */
const metavars = (text: string) => text.replace(/<([^>]+)>/g, (_, name: string) => name.toUpperCase())

/** How the help of every command looks. */
export const helpStyle: Partial<Help> = {
  commandUsage: usageOf,
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
  styleTitle: (title) => title.toLowerCase(),
  styleOptionTerm: metavars,
  styleArgumentTerm: (name) => name.toUpperCase(),
}

type AnyCommand = Parameters<Help['commandUsage']>[0]

function termOf(argument: AnyCommand['registeredArguments'][number]): string {
  const term = `${argument.name().toUpperCase()}${argument.variadic ? '...' : ''}`
  return argument.required ? term : `[${term}]`
}

/** How a command is called: as the npm script of its name, where that is how it was started, or by the program's name. */
function usageOf(command: AnyCommand): string {
  const names = [command.name()]
  for (let above = command.parent; above; above = above.parent) names.unshift(above.name())
  const [, first = ''] = names
  const called =
    first !== '' && process.env.npm_lifecycle_event === first
      ? ['npm run', first, '--', ...names.slice(2)]
      : names
  const needed = command.options.filter(({ mandatory }) => mandatory).map(({ flags }) => metavars(flags))
  const others = command.options.some(({ mandatory, hidden }) => !mandatory && !hidden) ? ['[options]'] : []
  const next = command.commands.length > 0 ? ['COMMAND'] : []
  const args = command.registeredArguments.map(termOf)
  return [...called, ...needed, ...others, ...next, ...args].join(' ')
}

/** Has the usage printed after every complaint about how a command was called. */
export function addUsageToErrors(command: Command) {
  command.showHelpAfterError(`usage: ${usageOf(command as AnyCommand)} (--help explains)`)
  for (const below of command.commands) addUsageToErrors(below as Command)
}

/** A complaint of the parser as a sentence. */
export function sentenceOf(complaint: string): string {
  const text = complaint
    .replace(/^error: /, '')
    .replace(/^option '(\S+).*?' argument '(.*)' is invalid\./s, "option '$1' cannot be '$2'.")
    .replace(/^required option '(\S+).*?' not/, "required option '$1' not")
    .replace(
      /^command-argument value '(.*)' is invalid for argument '(.*?)'\./s,
      (_, value, name) => `'${value}' cannot be ${name.toUpperCase()}.`,
    )
    .trim()
  const [what = '', hint] = text.split('\n')
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}`.replace(/\.?$/, '.')
  return `${sentence}${hint === undefined ? '' : ` ${hint.replace(/^\((.*)\)$/, '$1')}`}\n`
}

const WIDTH = 80

/** What follows the options in a help: its paragraphs are wrapped, blocks with an indented line stay as they are. */
export function notes(text: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => {
    if (/^ /m.test(paragraph)) return paragraph
    return paragraph
      .replaceAll('\n', ' ')
      .replace(new RegExp(`(.{1,${WIDTH}})( |$)`, 'g'), '$1\n')
      .trimEnd()
  })
  return `\n${paragraphs.join('\n\n')}`
}
