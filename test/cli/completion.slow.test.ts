import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { scripts } from '../../server/cli/completion/scripts.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0

describe('completion', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'completion-'))
    const program = join(folder, 'tax-tracker')
    const command = [process.execPath, join(projectRoot, 'bin/tax-tracker.js')].map((word) => `'${word}'`)
    await writeFile(program, `#!/bin/sh\nexec ${command.join(' ')} "$@"\n`)
    await chmod(program, 0o755)
    for (const [shell, script] of Object.entries(scripts)) await writeFile(join(folder, shell), script)
  })
  after(() => rm(folder, { recursive: true }))

  const linesOf = (shell: string, code: string) => {
    const env = { ...plainEnvironment(), PATH: `${folder}${delimiter}${process.env.PATH}` }
    const { stdout, stderr } = spawnSync(shell, ['-c', code], { cwd: folder, env, encoding: 'utf8' })
    assert.equal(stderr, '')
    return stdout.split('\n').filter((line) => line !== '')
  }

  test('bash offers what may follow, evaluates nothing, and leaves files to itself', {
    skip: !has('bash'),
  }, () => {
    const complete = (...words: string[]) => {
      const line = words.map((word) => `'${word}'`).join(' ')
      return `COMP_WORDS=(tax-tracker ${line}); COMP_CWORD=${words.length}; _tax_tracker; printf '%s\\n' "\${COMPREPLY[@]}"; echo -`
    }
    const asked = [complete('user', 're'), complete('read', ''), complete('$(touch evaluated)', '--')]
    assert.deepEqual(
      linesOf('bash', [`source ./bash`, ...asked, 'complete -p tax-tracker', 'ls'].join('\n')),
      [
        'remove',
        'restore',
        'reset',
        'reset-factors',
        '-',
        '-',
        '--version',
        '--help',
        '-',
        'complete -o default -F _tax_tracker tax-tracker',
        ...['bash', 'fish', 'tax-tracker', 'zsh'],
      ],
    )
  })

  test('fish offers what may follow, and files', { skip: !has('fish') }, () => {
    const found = linesOf(
      'fish',
      `source ./fish; complete -C 'tax-tracker user re'; complete -C 'tax-tracker read ba'`,
    )
    assert.deepEqual(found.map((line) => line.split('\t')[0]).sort(), [
      'bash',
      'remove',
      'reset',
      'reset-factors',
      'restore',
    ])
  })

  test('zsh understands its script', { skip: !has('zsh') }, () => {
    assert.deepEqual(linesOf('zsh', 'zsh -n ./zsh && echo fine'), ['fine'])
  })
})
