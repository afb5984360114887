import { readFile } from 'node:fs/promises'
import { askHidden } from './ask-hidden.ts'
import { UsageError } from './usage-error.ts'

const VARIABLE = 'BACKUP_PASSPHRASE'

/**
 * Reads a passphrase from a file, the variable BACKUP_PASSPHRASE or the terminal; never from the command line, which every
 * process can see. Undefined if none is given and `ask` is false.
 * @throws UsageError if it is empty, or if there is no terminal to ask on
 */
export async function readPassphrase(options: {
  file: string | undefined
  ask: false | 'once' | 'twice'
}): Promise<string | undefined> {
  const { file, ask } = options
  if (file !== undefined) return given(await readFile(file, 'utf8'), `The file ${file} is empty.`)
  const variable = process.env[VARIABLE]
  if (variable !== undefined) return given(variable, `${VARIABLE} is set, but empty.`)
  if (!ask) return undefined
  if (!process.stdin.isTTY) {
    throw new UsageError(`A passphrase is required: set ${VARIABLE} or use --passphrase-file FILE.`)
  }
  const typed = given(await askHidden('Passphrase: '), 'The passphrase is empty.')
  if (ask === 'twice' && (await askHidden('Repeat it:  ')) !== typed)
    throw new UsageError('The two passphrases are different.')
  return typed
}

function given(text: string, otherwise: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  if (line.trim() === '') throw new UsageError(otherwise)
  return line
}
