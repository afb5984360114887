import { randomUUID } from 'node:crypto'
import { access, constants, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { broken, type Finding, fine, warning } from '../../operations/doctor/finding.ts'
import { isWholeSecret, parseSigningKey } from './key-files.ts'

const OTHERS = 0o077
const MB = 1e6
/** A receipt is at most 10 MB; below this the next day's may not find room. */
const SCARCE = { warning: 1000 * MB, broken: 100 * MB }

/** Whether the data folder can be written to, by whom it can be read, and how much room there is. */
export async function diagnoseFolder(dataDir: string): Promise<Finding[]> {
  const found = await stat(dataDir).catch(absent)
  if (!found) return diagnosePlace(dataDir)
  if (!found.isDirectory()) return [broken(`${dataDir} is no folder`, `move it away, or set DATA_DIR`)]
  const isPrivate = process.platform === 'win32' || (found.mode & OTHERS) === 0
  return [
    await writable(dataDir),
    isPrivate
      ? fine('no other user of this machine can read it')
      : warning('other users of this machine can read it', `chmod 700 ${dataDir}`),
    ...(await diagnoseRoom(dataDir)),
  ]
}

/** Where the data folder will be made. */
async function diagnosePlace(dataDir: string): Promise<Finding[]> {
  let parent = dirname(dataDir)
  while (!(await stat(parent).catch(absent)) && parent !== dirname(parent)) parent = dirname(parent)
  try {
    await access(parent, constants.W_OK)
    if (!(await stat(parent)).isDirectory()) throw new Error(`${parent} is no folder`)
  } catch (error) {
    return [
      broken(`${dataDir} cannot be made: ${(error as Error).message}`, 'set DATA_DIR to another folder'),
    ]
  }
  return [fine(`${dataDir} is made at the first start`), ...(await diagnoseRoom(parent))]
}

async function writable(folder: string): Promise<Finding> {
  const probe = join(folder, `.doctor-${randomUUID()}`)
  try {
    await writeFile(probe, 'ok', { flag: 'wx', mode: 0o600 })
    await rm(probe)
    return fine(`${folder} can be written to`)
  } catch (error) {
    const mend = `chown -R "$(whoami)" ${folder}, or set DATA_DIR`
    return broken(`${folder} cannot be written to: ${(error as Error).message}`, mend)
  }
}

async function diagnoseRoom(folder: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const said = `${(free / 1e9).toFixed(1)} GB free on the disk`
  const mend = `make room on the disk of ${folder}, or move the folder and set DATA_DIR`
  if (free < SCARCE.broken) return [broken(said, mend)]
  return [free < SCARCE.warning ? warning(said, mend) : fine(said)]
}

/** Whether every key is whole and the server's alone. @param needed names of files a server that ran before has made */
export async function diagnoseKeys(folder: string, needed: string[]): Promise<Finding[]> {
  const names: string[] = (await readdir(folder).catch(absent)) ?? []
  const findings: Finding[] = []
  for (const name of names.filter((n) => needed.includes(n))) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    const isWhole = name.endsWith('.json') ? parseSigningKey(text) !== undefined : isWholeSecret(text)
    if (!isWhole) {
      const mend = `restore it from a backup, or move it away: a new one is made, and everybody signs in again`
      findings.push(broken(`the key file ${path} is damaged`, mend))
    } else if (process.platform !== 'win32' && ((await stat(path)).mode & OTHERS) !== 0) {
      findings.push(warning(`other users of this machine can read the key file ${path}`, `chmod 600 ${path}`))
    }
  }
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0 && names.length > 0) {
    const said = `missing in ${folder}: ${missing.join(', ')}`
    findings.push(
      warning(said, 'restore them from a backup; else new ones are made, and everybody signs in again'),
    )
  }
  if (findings.length > 0) return findings
  return [
    fine(names.length === 0 ? 'they are made at the first start' : 'whole, and nobody else can read them'),
  ]
}

/** Whether every file that a record names lies on the disk in its length. */
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
  const said = `${wrong.length} of ${wrong.length + there} originals are missing or cut, e.g. ${wrong[0]}`
  return [broken(said, `restore a backup into another folder, and copy them from its files/ to ${folder}`)]
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
