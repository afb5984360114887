import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** The processes that have not ended; those that only nobody asked after yet (zombies) have. */
function running(): { pid: number; parent: number }[] {
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

export const lives = (pid: number): boolean => running().some((process) => process.pid === pid)

/** Looks again and again until `look` finds something. */
export async function until<T>(look: () => T | false | undefined, seconds = 20): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await setTimeout(25)) {
    const found = look()
    if (found) return found
  }
  throw new Error(`waited ${seconds} s in vain`)
}
