import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The paths of the pictures that speed is measured with: in FOLDER/img those of bench/reading.txt, else the samples. */
export function pictures(folder: string | undefined): string[] {
  if (!folder) {
    const samples = fileURLToPath(new URL('../samples/', import.meta.url))
    return readdirSync(samples)
      .filter((name) => name.endsWith('.jpg'))
      .map((name) => join(samples, name))
  }
  const ids = readFileSync(new URL('reading.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return ids.map((id) => join(folder, 'img', `${id}.jpg`))
}
