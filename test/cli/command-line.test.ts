import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { path, withHelp } from '../../scripts/command-help.ts'
import { createProgram, runCommandLine } from '../../server/cli/program.ts'
import { readableFieldNames } from '../../server/receipts/fields.ts'

/** A command line in this process, for what ends before a command starts its work. */
async function run(...args: string[]) {
  let [stdout, stderr] = ['', '']
  const code = await runCommandLine(args, {
    out: (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
    width: 80,
  })
  return { code, stdout, stderr }
}

const program = createProgram(async () => assert.fail('nothing runs'))
const commands = program.commands.flatMap((command) => [
  [command.name()],
  ...command.commands.map((below) => [command.name(), below.name()]),
])

describe('help', () => {
  test('names every command, on standard output where it is asked for', async () => {
    const { code, stdout, stderr } = await run('--help')
    assert.deepEqual([code, stderr], [0, ''])
    for (const name of 'serve read claims law pcb import user doctor backup restore move reread completion'.split(
      ' ',
    ))
      assert.match(stdout, new RegExp(`^ {2}${name}( [A-Z.[\\]]+)? {2,}\\w`, 'm'))
    assert.doesNotMatch(stdout, /complete /)
    const nothing = await run()
    assert.deepEqual([nothing.code, nothing.stdout], [2, ''])
    assert.equal(nothing.stderr, stdout)
  })

  for (const names of commands) {
    test(`of ${names.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(...names, '--help')
      assert.deepEqual([code, stderr], [0, ''])
      assert.match(stdout, new RegExp(`^usage: tax-tracker ${names.join(' ')}( [A-Za-z.[\\] -]+)?\n\n[A-Z]`))
      if (names.length === 1 && names[0] !== 'complete') assert.match(stdout, /exit status: 0/)
      for (const line of stdout.split('\n')) assert.ok(line.length <= 90, line)
    })
  }

  test('says what is printed for other programs', async () => {
    const { stdout } = await run('read', '--help')
    for (const name of readableFieldNames) assert.match(stdout, new RegExp(`\\b${name}\\b`))
  })

  test('has the version', async () => {
    const { code, stdout } = await run('--version')
    assert.equal(code, 0)
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
  })
})

test('wrong usage is answered with a sentence and the usage, and status 2', async () => {
  for (const [args, sentence, usage] of [
    [['read'], "Missing required argument 'file'.", 'read [options] FILE...'],
    [['read', '--jsn', 'a.jpg'], "Unknown option '--jsn'. Did you mean --json?", 'read [options] FILE...'],
    [
      ['read', '--workers', '1.5', 'a.jpg'],
      "Option '--workers' cannot be '1.5'. It must be a whole number of at least 1.",
      'read [options] FILE...',
    ],
    [['rea', 'a.jpg'], "Unknown command 'rea'. Did you mean read?", '[options] COMMAND'],
    [
      ['claims', '--ya', '2025'],
      "Required option '--receipts' not specified.",
      'claims --ya YEAR --receipts FOLDER [options]',
    ],
    [
      ['claims', '--ya', 'last', '--receipts', 'x'],
      "Option '--ya' cannot be 'last'. It must be a whole number of at least 1.",
      'claims --ya YEAR --receipts FOLDER [options]',
    ],
    [
      ['claims', '--ya', '2025', '--receipts', 'x', '--language', 'zh'],
      "Option '--language' cannot be 'zh'. Allowed choices are en, ms.",
      'claims --ya YEAR --receipts FOLDER [options]',
    ],
    [['import', 'x'], "Required option '--user' not specified.", 'import --user USER FOLDER'],
    [['user', 'forget'], "Unknown command 'forget'.", 'user COMMAND'],
    [['user', 'constructor'], "Unknown command 'constructor'.", 'user COMMAND'],
    [['user', '--force'], "Unknown option '--force'.", 'user COMMAND'],
    [['user', 'reset'], "Missing required argument 'email'.", 'user reset EMAIL'],
    [
      ['user', 'invite', 'x'],
      "Too many arguments for 'invite'. Expected 0 arguments but got 1: x.",
      'user invite',
    ],
    [['doctor', '--fix'], "Unknown option '--fix'.", 'doctor [options]'],
    [['doctor', '--yes'], "Option '--yes' is only for --repair.", 'doctor [options]'],
    [
      ['doctor', '--repair', '--json'],
      "Option '--repair' cannot be used with option '--json'.",
      'doctor [options]',
    ],
    [
      ['backup', 'a', 'b'],
      "Too many arguments for 'backup'. Expected 1 argument but got 2: a, b.",
      'backup [options] FILE',
    ],
    [
      ['move', '--to', 'azure', '--users', 'x'],
      "Option '--to' cannot be 'azure'. Allowed choices are aws.",
      'move --to STORAGE --users FILE [options]',
    ],
    [
      ['completion', 'tcsh'],
      "'tcsh' cannot be SHELL. Allowed choices are bash, zsh, fish.",
      'completion SHELL',
    ],
  ] as const) {
    assert.deepEqual(await run(...args), {
      code: 2,
      stdout: '',
      stderr: `${sentence}\nusage: tax-tracker ${usage} (--help explains)\n`,
    })
  }
})

test('docs/commands.md shows the help as it is; npm run docs:commands writes it', async () => {
  const document = await readFile(path, 'utf8')
  assert.equal(document, await withHelp(document))
})

test('an npm script names itself in its usage', async (context) => {
  context.after(() => {
    delete process.env.npm_lifecycle_event
  })
  process.env.npm_lifecycle_event = 'read'
  const { stderr } = await run('read')
  assert.match(stderr, /\nusage: npm run read -- \[options\] FILE\.\.\. /)
})

describe('completion', () => {
  const words = async (...line: string[]) => {
    const { code, stdout, stderr } = await run('complete', '--', ...line)
    assert.deepEqual([code, stderr], [0, ''])
    return stdout.split('\n').flatMap((text) => (text === '' ? [] : [text.split('\t')[0]]))
  }

  test('offers commands, options and choices that begin like the word', async () => {
    assert.deepEqual(await words('re'), ['read', 'restore', 'reread'])
    assert.deepEqual(await words('user', 'res'), ['restore', 'reset', 'reset-factors'])
    assert.deepEqual(await words('claims', '--'), [
      '--ya',
      '--receipts',
      '--taxpayer',
      '--language',
      '--json',
      '--help',
    ])
    assert.deepEqual(await words('claims', '--ya', '2025', '--language', ''), ['en', 'ms'])
    assert.deepEqual(await words('completion', ''), ['bash', 'zsh', 'fish'])
  })

  test('leaves files, free text and what follows -- to the shell', async () => {
    for (const line of [
      ['read', ''],
      ['read', 'a.jpg', ''],
      ['backup', '--passphrase-file', ''],
      ['claims', '--receipts', 're'],
      ['read', '--', '--j'],
    ])
      assert.deepEqual(await words(...line), [], line.join(' '))
  })

  test('describes what it offers', async () => {
    const { stdout } = await run('complete', '--', 'do')
    assert.equal(stdout, 'doctor\tcheck this installation and say how to fix what is wrong\n')
  })
})
