import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

interface Running {
  pid: number
  parent: number
}

/** The processes that have not ended; those that only nobody asked after yet (zombies) have. */
const running = (): Running[] => (existsSync('/proc/self/stat') ? fromProc() : fromPs())

function fromProc(): Running[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    const [state, parent] = statusOf(pid)
    return state === undefined || state === 'Z' ? [] : { pid: Number(pid), parent: Number(parent) }
  })
}

/** State and parent; empty when it has ended meanwhile. */
function statusOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The program's name stands before them in brackets, and may have spaces and brackets itself.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Where there is no /proc; slim Linux images, in turn, have no ps. */
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

/** Its children, their children, and so on; a parent comes before its children. */
export const descendantsOf = (parent: number): number[] =>
  childrenOf(parent).flatMap((child) => [child, ...descendantsOf(child)])

export const lives = (pid: number): boolean => running().some((process) => process.pid === pid)
