import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { ownAddresses } from '../server/config/own-addresses.ts'
import { settingNames } from '../server/config/settings.ts'
import { projectRoot } from './support/project-root.ts'

interface Service {
  build?: string
  image?: string
  command?: string
  environment?: Record<string, string>
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
}

interface Compose {
  services: Record<string, Service>
  volumes: Record<string, null>
}

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const dockerfile = read('Dockerfile')
const [, image = ''] = dockerfile.split(/^FROM (?!.* AS )/m)
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const isSetting = (name: string) => (settingNames as string[]).includes(name)

/** Variables that are not the server's: of systemd, of Compose's own file, of the shell. */
const OTHERS = ['DOMAIN', 'BACKUP_PASSPHRASE', 'CREDENTIALS_DIRECTORY']

/** The sub-commands that a text names with `bin/tax-tracker.js`, and the long options that follow each. */
const commandsIn = (text: string) =>
  [...text.matchAll(/bin\/tax-tracker\.js ([a-z]+)((?: --[a-z-]+)*)/g)].map(
    ([, name = '', options = '']) => ({
      name,
      options: options.split(' ').filter(Boolean),
    }),
  )

function assertCommands(text: string, least: number) {
  const found = commandsIn(text)
  assert.ok(found.length >= least, `only ${found.length} commands`)
  for (const { name, options } of found) assertOptions(name, options)
}

function assertOptions(name: string, options: readonly string[]) {
  const source = read(`server/cli/commands/${name}.ts`)
  for (const option of options) assert.ok(source.includes(option), `${name} has no ${option}`)
}

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml')) as Compose
  const { tracker } = compose.services
  assert.ok(tracker)

  test('builds the Dockerfile, and sets only variables the server knows', () => {
    assert.equal(tracker.build, '.')
    const names = Object.keys(tracker.environment ?? {})
    assert.ok(names.length > 0)
    for (const name of names) assert.ok(isSetting(name), name)
    for (const [, name = ''] of read('compose.yaml').matchAll(/\$\{(\w+)/g)) {
      assert.ok(isSetting(name) || OTHERS.includes(name), name)
    }
  })

  test('keeps the data where the image has it, and reaches it at its port', () => {
    const dataDir = /\bDATA_DIR=(\S+)/.exec(image)?.[1]
    assert.ok(dataDir)
    assert.match(image, new RegExp(`^VOLUME ${dataDir}$`, 'm'))
    assert.deepEqual(tracker.volumes, [`data:${dataDir}`])
    const port = /^EXPOSE (\d+)$/m.exec(image)?.[1]
    assert.match(image, new RegExp(`\\bPORT=${port}\\b`))
    assert.match(image, /\bHOST=0\.0\.0\.0\b/)
    assert.match(compose.services.caddy?.command ?? '', new RegExp(`--to tracker:${port}$`))
  })

  test('declares its volumes, and waits for a service that exists and has a health check', () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(':')[0]),
    )
    assert.deepEqual(used.sort(), Object.keys(compose.volumes).sort())
    assert.deepEqual(compose.services.caddy?.depends_on, { tracker: { condition: 'service_healthy' } })
    assert.match(image, /^HEALTHCHECK /m)
  })
})

/** Variables of Node, of the C library and of the look-out for containers. */
const OF_OTHERS = [
  'NODE_ENV',
  'NODE_COMPILE_CACHE',
  'MALLOC_ARENA_MAX',
  'MALLOC_TRIM_THRESHOLD_',
  'container',
]

describe('the image', () => {
  test('says that it is a container, whose own address leads nowhere outside', () => {
    assert.match(image, /\bcontainer=docker\b/)
    assert.deepEqual(ownAddresses({ container: 'docker' }), [])
  })

  test('sets only variables that exist, and copies only what is there', () => {
    const [, variables = ''] = /^ENV (.*)$/m.exec(image) ?? []
    for (const [, name = ''] of variables.matchAll(/(\w+)=/g)) {
      assert.ok(isSetting(name) || OF_OTHERS.includes(name), name)
    }
    for (const [, from = ''] of dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)) {
      for (const path of from.split(' ')) assert.ok(existsSync(join(projectRoot, path)), path)
    }
  })
})

describe('the units of systemd', () => {
  for (const name of ['tax-tracker.service', 'tax-tracker-backup.service']) {
    test(`${name} runs a command that exists, with variables that exist`, () => {
      const unit = read(`deploy/${name}`)
      assertCommands(unit, 1)
      for (const [, variable = ''] of unit.matchAll(/^Environment=(\w+)=/gm))
        assert.ok(isSetting(variable) || OF_OTHERS.includes(variable), variable)
      assert.ok(existsSync(join(projectRoot, 'node_modules/.bin/node')))
    })
  }

  test('server and backup have the same data folder, and the timer starts the backup of its name', () => {
    const folders = ['tax-tracker.service', 'tax-tracker-backup.service'].map(
      (name) => /^Environment=DATA_DIR=(.*)$/m.exec(read(`deploy/${name}`))?.[1],
    )
    assert.equal(folders[0], folders[1])
    assert.ok(folders[0]?.startsWith('/var/lib/tax-tracker/'))
    assert.match(read('deploy/tax-tracker-backup.timer'), /^OnCalendar=/m)
  })
})

for (const path of ['docs/self-hosting.md', 'docs/operating.md']) {
  describe(path, () => namesWhatExists(read(path)))
}

function namesWhatExists(docs: string) {
  test('names only commands, variables and files that exist', () => {
    const names = [...docs.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    assert.ok(names.includes('doctor') && names.length >= 3)
    for (const name of names) assert.ok(name in scripts, `npm run ${name}`)
    for (const { name, options } of commandsIn(docs)) assertOptions(name, options)
    for (const [, name = '', option = ''] of docs.matchAll(/npm run (\w+) -- (--[a-z-]+)/g)) {
      if (name !== 'start') assertOptions(name, [option])
    }
    const code = [...docs.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
      ([, block, span]) => block ?? span ?? '',
    )
    for (const [, name = ''] of code.join('\n').matchAll(/\b([A-Z][A-Z_]+)=/g)) {
      assert.ok(isSetting(name) || OTHERS.includes(name), name)
    }
    for (const span of code.filter((text) => /^[A-Z]{2,}(_[A-Z]+)+$/.test(text))) {
      assert.ok(isSetting(span), span)
    }
    for (const [, file = ''] of docs.matchAll(/\b((?:deploy|infra|samples|server)\/[\w./-]*\w)/g)) {
      assert.ok(existsSync(join(projectRoot, file)), file)
    }
  })

  test('links lead somewhere', () => {
    const anchorsOf = (text: string) =>
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^a-z\d _-]/g, '')
          .replaceAll(' ', '-'),
      )
    for (const [, target = ''] of docs.matchAll(/\]\(([^)]+)\)/g)) {
      const [path = '', anchor] = target.split('#')
      const text = path === '' ? docs : read(join('docs', path))
      if (anchor !== undefined) assert.ok(anchorsOf(text).includes(anchor), target)
    }
  })
}

test('docs/operating.md names the metrics that there are, all of them', () => {
  const docs = read('docs/operating.md')
  const source = read('server/operations/metrics/index.ts')
  const metrics = [...source.matchAll(/name: '(\w+)'/g)].map(([, name = '']) => name)
  const named = [...docs.matchAll(/^\| `((?:tax_tracker|http)_\w+)` \|/gm)].map(([, name = '']) => name)
  assert.deepEqual(named.sort(), metrics.sort())
})

test('docs/operating.md names parameters of the templates, and the budgets they have', () => {
  const docs = read('docs/operating.md')
  const templates = ['tax-tracker', 'tax-tracker-service', 'tax-tracker-household'].map(
    (name): Record<string, { Default?: unknown }> =>
      JSON.parse(read(`infra/template/${name}.json`)).Parameters,
  )
  const parameters: Record<string, unknown> = Object.assign({}, ...templates)
  const named = [...docs.matchAll(/`([A-Z][a-z]+(?:[A-Z][a-z]+)+|Backups|Spot|Reader)(?:=\w+)?`/g)].map(
    ([, name = '']) => name,
  )
  const alarms = new Set([...docs.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name))
  const others = named.filter((name) => !alarms.has(name))
  assert.ok(others.length >= 10)
  for (const name of others) assert.ok(name in parameters, name)
  const [service, household] = templates.slice(1).map(({ MonthlyBudget }) => MonthlyBudget?.Default)
  assert.ok(docs.includes(`(${service} for the service, ${household} for a household)`))
})
