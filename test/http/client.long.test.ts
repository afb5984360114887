import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'

test('a client generated from the description of the API type-checks and works: npm run test:client', () => {
  const { stdout, stderr, status } = spawnSync('npm', ['run', 'test:client'], {
    cwd: projectRoot,
    env: plainEnvironment(),
    encoding: 'utf8',
  })
  assert.equal(status, 0, `${stdout}${stderr}`)
})
