// Writes the help of every command into docs/commands.md: npm run docs:commands
import { readFileSync, writeFileSync } from 'node:fs'
import { createProgram, runCommandLine } from '../server/cli/program.ts'

export const path = new URL('../docs/commands.md', import.meta.url)

const HEADING = '## Help\n'

/** The document with the help of every command as it is now. */
export async function withHelp(document: string): Promise<string> {
  const end = document.indexOf(HEADING) + HEADING.length
  const sections: string[] = []
  for (const names of commandNames()) {
    const title = ['tax-tracker', ...names].join(' ')
    sections.push(`### ${title}\n\n\`\`\`text\n${(await helpOf(names)).trimEnd()}\n\`\`\`\n`)
  }
  return `${document.slice(0, end)}\n${sections.join('\n')}`
}

function commandNames(): string[][] {
  const { commands } = createProgram(async () => {})
  const shown = commands.filter((command) => command.name() !== 'complete')
  return [
    [],
    ...shown.flatMap((command) => [
      [command.name()],
      ...command.commands.map((below) => [command.name(), below.name()]),
    ]),
  ]
}

async function helpOf(names: string[]): Promise<string> {
  let text = ''
  await runCommandLine([...names, '--help'], {
    out: (written) => {
      text += written
    },
    err: () => {},
    width: 80,
  })
  return text
}

if (import.meta.main) writeFileSync(path, await withHelp(readFileSync(path, 'utf8')))
