import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../support/project-root.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

type Instruction = readonly [name: string, text: string]

interface Stage {
  base: string
  name: string
  instructions: Instruction[]
}

function stagesOf(dockerfile: string): Stage[] {
  const instructions = dockerfile
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()] as const)
  const stages: Stage[] = []
  for (const [name, text] of instructions) {
    const [base = '', , stage = ''] = text.split(/\s+/)
    if (name === 'FROM') stages.push({ base, name: stage, instructions: [] })
    else stages.at(-1)?.instructions.push([name, text])
  }
  return stages
}

const textsOf = ({ instructions }: Stage, wanted: string) =>
  instructions.flatMap(([name, text]) => (name === wanted ? [text] : []))

/** Folders and files of the project that a stage copies under their own names. */
const sourcesOf = (stage: Stage) =>
  textsOf(stage, 'COPY')
    .filter((text) => !text.startsWith('--from'))
    .flatMap((text) => text.split(' ').slice(0, -1))

/** The Dockerfile, as far as the tests need it. */
export function image() {
  const stages = stagesOf(read('Dockerfile'))
  const final = stages.at(-1)
  if (!final) throw new Error('Dockerfile: no stage')
  const only = (name: string) => {
    const [text, ...others] = textsOf(final, name)
    if (text === undefined || others.length > 0) throw new Error(`Dockerfile: one ${name} was expected`)
    return text
  }
  const list = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')))
  return {
    bases: stages.map(({ base }) => base),
    /** Each stage before the final one: what it copies from the project, and the commands it runs. */
    stages: Object.fromEntries(
      stages.slice(0, -1).map((one) => [one.name, { sources: sourcesOf(one), run: textsOf(one, 'RUN') }]),
    ) as Record<string, { sources: string[]; run: string[] }>,
    environment: Object.fromEntries(
      only('ENV')
        .split(' ')
        .map((pair) => pair.split('=')),
    ) as Record<string, string>,
    sources: sourcesOf(final),
    /** What the final stage takes from others: stage, path there and path here. */
    taken: textsOf(final, 'COPY').flatMap((text) => {
      const [, from = '', path = '', to = ''] = /^--from=(\S+) (\S+) (\S+)$/.exec(text) ?? []
      return from ? [{ from, path, to }] : []
    }),
    user: only('USER'),
    healthCheck: list(only('HEALTHCHECK')),
    command: list(only('CMD')),
  }
}

/** What .dockerignore lets into a build: it starts by excluding everything. */
export function letIn(): string[] {
  const [first, ...rest] = read('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  if (first !== '*' || rest.some((line) => !line.startsWith('!')))
    throw new Error('.dockerignore: not a list of what is let in')
  return rest.map((line) => line.slice(1))
}
