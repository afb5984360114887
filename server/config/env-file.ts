import { readFileSync } from 'node:fs'

/** The text of `.env` in the folder the program was started in; empty when there is none. */
export function readEnvFile() {
  try {
    return readFileSync('.env', 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
