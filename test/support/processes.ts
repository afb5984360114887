import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

interface Running {
  pid: number
  parent: number
}

/** The running processes; zombies, which wait for their parent to collect their status, have ended. */
const running = (): Running[] => (existsSync('/proc/self/stat') ? fromProc() : fromPs())

function fromProc(): Running[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    const [state, parent] = statusOf(pid)
    return state === undefined || state === 'Z' ? [] : { pid: Number(pid), parent: Number(parent) }
  })
}

/** State and parent of a process; empty if it has ended meanwhile. */
function statusOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // They follow the program's name, which is in brackets and may contain spaces and brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** For systems without /proc; slim Linux images have no ps. */
function fromPs(): Running[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' })
  return rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , state, command]) => !state?.startsWith('Z') && command !== 'ps')
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }))
}

export const childrenOf = (parent: number): number[] =>
  running().flatMap((process) => (process.parent === parent ? process.pid : []))

/** Children, their children, and so on; parents come before their children. */
export const descendantsOf = (parent: number): number[] =>
  childrenOf(parent).flatMap((child) => [child, ...descendantsOf(child)])

export const lives = (pid: number): boolean => running().some((process) => process.pid === pid)
