import { settingNames, settings } from './settings.ts'

const HEAD =
  '# Copy to .env and change what you need. Every variable is optional, and the shell wins over this file.'
const WIDTH = 110

/** The text of .env.example: every setting, commented out, with what it is for. */
export function envExample(): string {
  const entries = settingNames.map((name) => {
    const { about, example } = settings[name]
    return `${comment(about)}\n#${name}=${example}\n`
  })
  return [`${HEAD}\n`, ...entries].join('\n')
}

function comment(text: string): string {
  const lines = ['#']
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`
    if (line.length <= WIDTH) lines[lines.length - 1] = line
    else lines.push(`# ${word}`)
  }
  return lines.join('\n')
}
