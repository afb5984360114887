import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from './project-root.ts'

/** The variables a program needs of the machine, without settings, credentials and colours of whoever runs the tests. */
export function plainEnvironment(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/** What to start Node with for a command line, as its npm script does. */
export const commandLine = (command: Command, args: readonly string[] = []): string[] => [
  join(projectRoot, 'bin/tax-tracker.js'),
  command,
  ...args,
]

export type Command =
  | 'serve'
  | 'read'
  | 'claims'
  | 'law'
  | 'pcb'
  | 'import'
  | 'user'
  | 'doctor'
  | 'backup'
  | 'restore'
  | 'move'
  | 'reread'

/**
 * Runs a command of tax-tracker, and waits for its end.
 * @param cwd the folder it starts in; by default an empty one, so that no .env applies
 */
export async function runCli(
  command: Command,
  args: readonly string[] = [],
  env: Record<string, string> = {},
  cwd?: string,
) {
  const empty = cwd === undefined ? await mkdtemp(join(tmpdir(), 'tracker-cli-')) : undefined
  const child = spawn(process.execPath, commandLine(command, args), {
    cwd: cwd ?? empty,
    // A second reading process costs two seconds to start, and these programs read a picture or two.
    env: { ...plainEnvironment(), READER_WORKERS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
    return { stdout, stderr, code }
  } finally {
    if (empty) await rm(empty, { recursive: true, force: true })
  }
}
