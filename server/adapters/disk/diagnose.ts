import { randomUUID } from 'node:crypto'
import { access, constants, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Finding, failure, fine, warning } from '../../finding.ts'
import { isWholeSecret, parseSigningKey } from './key-files.ts'

const OTHERS = 0o077
const MB = 1e6
/** A receipt is at most 10 MB; below these limits there may be no room for the next day's. */
const SCARCE = { warning: 1000 * MB, error: 100 * MB }

/** Checks that the data folder is writable and private, and how much space is left. */
export async function diagnoseFolder(dataDir: string): Promise<Finding[]> {
  const found = await stat(dataDir).catch(absent)
  if (!found) return diagnosePlace(dataDir)
  if (!found.isDirectory()) return [failure(`${dataDir} is not a folder`, `move it away, or set DATA_DIR`)]
  const isPrivate = process.platform === 'win32' || (found.mode & OTHERS) === 0
  return [
    await writable(dataDir),
    isPrivate
      ? fine('no other user of this machine can read it')
      : warning('other users of this machine can read it', `chmod 700 ${dataDir}`),
    ...(await diagnoseRoom(dataDir)),
  ]
}

/** Checks the place where the data folder will be created. */
async function diagnosePlace(dataDir: string): Promise<Finding[]> {
  let parent = dirname(dataDir)
  while (!(await stat(parent).catch(absent)) && parent !== dirname(parent)) parent = dirname(parent)
  try {
    await access(parent, constants.W_OK)
    if (!(await stat(parent)).isDirectory()) throw new Error(`${parent} is not a folder`)
  } catch (error) {
    return [
      failure(`${dataDir} cannot be created: ${(error as Error).message}`, 'set DATA_DIR to another folder'),
    ]
  }
  return [fine(`${dataDir} is created at the first start`), ...(await diagnoseRoom(parent))]
}

async function writable(folder: string): Promise<Finding> {
  const probe = join(folder, `.doctor-${randomUUID()}`)
  try {
    await writeFile(probe, 'ok', { flag: 'wx', mode: 0o600 })
    return fine(`${folder} can be written to`)
  } catch (error) {
    const fix = `chown -R "$(whoami)" ${folder}, or set DATA_DIR`
    return failure(`${folder} cannot be written to: ${(error as Error).message}`, fix)
  } finally {
    await rm(probe, { force: true })
  }
}

async function diagnoseRoom(folder: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const message = `${(free / 1e9).toFixed(1)} GB free on the disk`
  const fix = `free some space on the disk of ${folder}, or move the folder and set DATA_DIR`
  if (free < SCARCE.error) return [failure(message, fix)]
  return [free < SCARCE.warning ? warning(message, fix) : fine(message)]
}

/** Checks that every key file is intact and private. @param needed names of the files that a server creates at its first start */
export async function diagnoseKeys(folder: string, needed: string[]): Promise<Finding[]> {
  const names: string[] = (await readdir(folder).catch(absent)) ?? []
  const findings: Finding[] = []
  for (const name of names.filter((n) => needed.includes(n))) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    const isWhole = name.endsWith('.json') ? parseSigningKey(text) !== undefined : isWholeSecret(text)
    if (!isWhole) {
      const fix = `restore it from a backup, or move it away: a new one is created, and everyone must sign in again`
      findings.push(failure(`the key file ${path} is damaged`, fix))
    } else if (process.platform !== 'win32' && ((await stat(path)).mode & OTHERS) !== 0) {
      findings.push(warning(`other users of this machine can read the key file ${path}`, `chmod 600 ${path}`))
    }
  }
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0 && names.length > 0) {
    const message = `missing in ${folder}: ${missing.join(', ')}`
    findings.push(
      warning(
        message,
        'restore them from a backup; otherwise new ones are created, and everyone must sign in again',
      ),
    )
  }
  if (findings.length > 0) return findings
  return [fine(names.length === 0 ? 'they are created at the first start' : 'intact, and private')]
}

/** Checks that every file named by a record is on the disk with its full length. */
export async function diagnoseFiles(
  folder: string,
  named: Iterable<{ key: string; bytes: number }>,
): Promise<Finding[]> {
  let there = 0
  const wrong: string[] = []
  for (const { key, bytes } of named) {
    const found = await stat(join(folder, key)).catch(absent)
    if (found?.size === bytes) there++
    else wrong.push(key)
  }
  if (wrong.length === 0) return [fine(`all ${there} originals are there`)]
  const message = `${wrong.length} of ${wrong.length + there} originals are missing or truncated, e.g. ${wrong[0]}`
  return [
    failure(message, `restore a backup into another folder, and copy them from its files/ to ${folder}`),
  ]
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
