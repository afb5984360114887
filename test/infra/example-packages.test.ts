import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../support/project-root.ts'

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}
interface Lockfile {
  packages: Record<string, Manifest & { version?: string }>
}

const read = <Content>(path: string): Content => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))
const packagesOf = ({ dependencies, devDependencies }: Manifest) => ({ ...dependencies, ...devDependencies })

test('examples/spa installs the versions that the tests of this project build it with', () => {
  const wanted = packagesOf(read('examples/spa/package.json'))
  const { packages: own } = read<Lockfile>('package-lock.json')
  for (const [name, version] of Object.entries(wanted)) {
    assert.equal(own[`node_modules/${name}`]?.version, version, name)
  }
  const { packages: locked } = read<Lockfile>('examples/spa/package-lock.json')
  assert.deepEqual(packagesOf(locked[''] ?? {}), wanted, 'run npm install in examples/spa')
})
