/**
 * npm run torture: many people use a server that fails and is killed again and again; afterwards every answered change is
 * there. `--calm` uses a server for so many minutes without faults, kills and readings, and prints its memory.
 */
import { parseArgs } from 'node:util'
import { stayCalm } from './calm.ts'
import { torture } from './run.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    uploads: { type: 'string', default: 'Infinity' },
    kills: { type: 'string', default: 'Infinity' },
    people: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    identity: { type: 'string', default: 'cognito' },
    calm: { type: 'boolean', default: false },
  },
})
const minutes = Number(values.minutes)
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

if (values.calm) {
  const { counts, began, ended, children, rested } = await stayCalm({ minutes, seed: Number(values.seed) })
  print(counts)
  console.log(
    `memory of the server: ${megabytes(began)} at its start, ${megabytes(ended)} after ${minutes} minutes ` +
      `(${megabytes(children)} more in what makes documents), ` +
      `${megabytes(rested)} after a rest`,
  )
} else {
  const plan = {
    seed: Number(values.seed),
    people: Number(values.people),
    uploads: Number(values.uploads),
    kills: Number(values.kills),
    minutes,
    identity: values.identity === 'local' ? ('local' as const) : ('cognito' as const),
    progress(counts: ReadonlyMap<string, number>) {
      const kills = counts.get('kills') ?? 0
      if (kills % 10 === 0) console.error(`${kills} kills, ${counts.get('uploads') ?? 0} uploads so far`)
    },
  }
  console.log(`seed ${plan.seed}, ${plan.people} people, sign-in by ${plan.identity}`)
  const { counts, violations, seconds, memory } = await torture(plan)
  print(counts)
  console.log(`${seconds.toFixed(0)} s; memory of the server at the end: ${megabytes(memory)}`)
  console.log(violations.length === 0 ? '0 lost' : `${violations.length} LOST OR WRONG:`)
  for (const violation of violations.slice(0, 50)) console.log(`  ${violation}`)
  process.exitCode = violations.length === 0 ? 0 : 1
}

function print(counts: Map<string, number>) {
  for (const [what, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(`${String(count).padStart(8)}  ${what}`)
  }
}
