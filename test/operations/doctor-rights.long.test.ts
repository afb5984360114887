import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeData, temporaryFolder } from '../support/data-folder.ts'
import { projectRoot } from '../support/project-root.ts'

/** Somebody with no rights of their own. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/** Why nothing can be run as a user who may do less; false where it can. */
function notAnotherUser(): string | false {
  if (process.getuid?.() !== 0) return 'only root may start a program as somebody else'
  const args = ['-e', `require('fs').readFileSync(${JSON.stringify(join(projectRoot, 'package.json'))})`]
  const { status } = spawnSync(process.execPath, args, { ...NOBODY, cwd: '/' })
  return status === 0 ? false : 'another user cannot read this project'
}

test('a folder that this user may not write to is not called damaged', {
  skip: notAnotherUser(),
}, async () => {
  await using place = await temporaryFolder()
  const { app } = await makeData(place.in('data'))
  await app.close()
  await chmod(place.path, 0o755)
  for (const entry of await readdir(place.in('data'), { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  }
  await chmod(place.in('data'), 0o755)
  const args = [join(projectRoot, 'bin/tax-tracker.js'), 'doctor', '--json']
  const { stdout } = spawnSync(process.execPath, args, {
    ...NOBODY,
    cwd: place.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: place.in('data') },
  })
  const findings: { topic: string; severity: string; message: string; fix?: string }[] =
    JSON.parse(stdout).findings
  const [finding] = findings.filter(({ topic, severity }) => topic === 'database' && severity === 'error')
  assert.match(finding?.message ?? '', /cannot be opened here: its folder is read-only/)
  assert.match(finding?.fix ?? '', /chown .*nothing is lost/)
})
