// Runs tests: `node test/run.ts fast slow` whole tiers, `node test/run.ts [node's --test options] FILE...` some files.
import { spawn } from 'node:child_process'
import { globSync, mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { tierOf, tiers } from './support/tiers.ts'

const root = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const wanted = tiers.filter((tier) => given.includes(tier))
const others = given.filter((word) => !tiers.some((tier) => tier === word))
const files = globSync('test/**/*.test.ts', { cwd: root }).filter(
  (file) =>
    wanted.some((tier) => tier === tierOf(file)) || (wanted.includes('long') && isOfBothStorages(file)),
)

const isLong = [...files, ...others].some((file) => tierOf(file) === 'long')

const options = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  './test/support/each-file.ts',
  '--test',
  `--test-concurrency=${atOnce()}`,
  `--test-timeout=${(isLong ? 15 : 5) * 60_000}`,
  ...(wanted.length > 0 ? reports(`out/tests-${wanted.join('-')}.xml`) : []),
  ...others,
  ...files.sort(),
]
const env = {
  ...process.env,
  ...(wanted.length > 0 && { TEST_STORAGE: wanted.includes('long') ? 'AWS' : 'local' }),
}
const child = spawn(process.execPath, options, { cwd: root, stdio: 'inherit', env })
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})

/** Whether it tries the same with the local storage and with that of AWS, which takes the long run. */
function isOfBothStorages(file: string) {
  return /^import .*\bshapes\b.* from '.*\/aws-app\.ts'/m.test(readFileSync(join(root, file), 'utf8'))
}

/** Files at the same time: more than cores, as each waits for a disk, a browser or a child now and then. */
function atOnce() {
  const areFast = wanted.length === 1 && wanted[0] === 'fast'
  return areFast ? Math.min(availableParallelism() + 1, 8) : 4
}

/** Text for people, and JUnit's XML for build servers. */
function reports(xml: string) {
  mkdirSync(join(root, 'out'), { recursive: true })
  return [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=${xml}`,
  ]
}
