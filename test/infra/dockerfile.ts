import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../support/project-root.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

/** The last stage of the Dockerfile, as far as the tests need it. */
export function image() {
  const instructions = read('Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()] as const)
  const last = instructions.map(([name]) => name).lastIndexOf('FROM')
  const all = (name: string) => instructions.slice(last).flatMap(([n, text]) => (n === name ? [text] : []))
  const only = (name: string) => {
    const [text, ...others] = all(name)
    if (text === undefined || others.length > 0) throw new Error(`Dockerfile: one ${name} was expected`)
    return text
  }
  const list = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')))
  return {
    bases: instructions.flatMap(([name, text]) => (name === 'FROM' ? [text] : [])),
    /** What is run to bring the dependencies. */
    install: instructions.slice(0, last).flatMap(([name, text]) => (name === 'RUN' ? [text] : [])),
    environment: Object.fromEntries(
      only('ENV')
        .split(' ')
        .map((pair) => pair.split('=')),
    ) as Record<string, string>,
    /** Folders and files of the project that are copied under their own names. */
    sources: all('COPY')
      .filter((text) => !text.startsWith('--from'))
      .flatMap((text) => text.split(' ').slice(0, -1)),
    user: only('USER'),
    healthCheck: list(only('HEALTHCHECK')),
    command: list(only('CMD')),
  }
}

/** What .dockerignore lets into a build, where it begins by letting in nothing. */
export function letIn(): string[] {
  const [first, ...rest] = read('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  if (first !== '*' || rest.some((line) => !line.startsWith('!')))
    throw new Error('.dockerignore: not a list of what is let in')
  return rest.map((line) => line.slice(1))
}
