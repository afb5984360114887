// npm run size: what `npm ci` leaves on the disk, and what the image has of it; fails beyond the budgets.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEGABYTE = 1e6
const BUDGETS = { checkout: 750, production: 250 }

const root = join(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'size-'))
try {
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'scripts/prune-packages.js'])
    cpSync(join(root, file), join(copy, file))
  const options = { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], options)
  execFileSync(process.execPath, ['scripts/prune-packages.js'], options)
  print('npm ci, with the tools', join(root, 'node_modules'), BUDGETS.checkout)
  print('npm ci --omit=dev, as in the image', join(copy, 'node_modules'), BUDGETS.production)
} finally {
  rmSync(copy, { recursive: true })
}

function print(what: string, folder: string, budget: number) {
  const megabytes = sizeOf(folder) / MEGABYTE
  console.log(`${what.padEnd(36)}${megabytes.toFixed(0).padStart(5)} MB   at most ${budget}`)
  if (megabytes > budget) process.exitCode = 1
}

/** Bytes of the files below a folder, without caches that later commands make. A file with two names counts once. */
function sizeOf(folder: string): number {
  const seen = new Map<number, number>()
  for (const path of globSync('**/*', { cwd: folder, exclude: ['.cache'] })) {
    const { ino, size } = lstatSync(join(folder, path))
    seen.set(ino, size)
  }
  return seen.values().reduce((sum, size) => sum + size, 0)
}
