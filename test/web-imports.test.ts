import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from './support/project-root.ts'

/**
 * Imports of the web app run one way. A folder of web/src imports itself and those named here (`boot` and `main` are files), and
 * a feature may import no other feature.
 */
const MAY_IMPORT: Record<string, string[]> = {
  boot: ['api', 'i18n'],
  main: ['app', 'ui', 'api', 'i18n', 'offline'],
  app: ['features', 'ui', 'api', 'i18n', 'offline'],
  features: ['ui', 'api', 'i18n', 'offline'],
  ui: ['api', 'i18n', 'offline'],
  offline: ['api', 'i18n'],
  api: ['i18n'],
  i18n: [],
}

/** The one file of the server whose types the app uses. */
const API_TYPES = 'server/api-types.ts'

interface Import {
  file: string
  /** A package, or a file by its path in the project. */
  name: string
  isTypeOnly: boolean
}

function importsIn(file: string, source: string): Import[] {
  const statements = source.matchAll(/^\s*(?:import|export)\b(\s+type\b)?(?:[^'"]*?\bfrom)?\s*'([^']+)'/gm)
  const calls = source.matchAll(/\bimport\(\s*()'([^']+)'\s*\)/g)
  return [...statements, ...calls].map(([, type, name = '']) => ({
    file,
    name: name.startsWith('.') ? join(dirname(file), name) : name,
    isTypeOnly: Boolean(type),
  }))
}

const files = globSync('web/src/**/*.{ts,tsx}', { cwd: projectRoot })
const imports = files.flatMap((file) => importsIn(file, readFileSync(join(projectRoot, file), 'utf8')))

const partOf = (path: string) => {
  const [, , part = ''] = path.split('/')
  return part.replace(/\.tsx?$/, '')
}
const featureOf = (path: string) => (partOf(path) === 'features' ? path.split('/')[3] : undefined)
const isOfApp = (path: string) => path.startsWith('web/src/')

function isAllowed({ file, name }: Import) {
  if (!isOfApp(name)) return true
  const [from, to] = [partOf(file), partOf(name)]
  if (from === to) return featureOf(file) === featureOf(name)
  return MAY_IMPORT[from]?.includes(to) ?? false
}

const violations = (list: Import[], allowed: (one: Import) => boolean) =>
  list.filter((one) => !allowed(one)).map(({ file, name }) => `${file} -> ${name}`)

test('the rule sees every form of import and every wrong direction', () => {
  const seen = (file: string, source: string) => violations(importsIn(file, source), isAllowed)
  const wrong = [
    ['web/src/features/home/home.tsx', `import { a } from '../check/check.tsx'`],
    ['web/src/features/home/home.tsx', `import type { A } from '../../app/shell.tsx'`],
    ['web/src/ui/button.tsx', `const a = lazy(() => import('../features/home/home.tsx'))`],
    ['web/src/api/client.ts', `export {\n  a,\n} from '../ui/undo.tsx'`],
    ['web/src/i18n/day.ts', `import '../api/client.ts'`],
    ['web/src/offline/send.ts', `export * from '../features/snap/ring.tsx'`],
  ] as const
  for (const [file, source] of wrong) assert.equal(seen(file, source).length, 1, source)
  assert.deepEqual(seen('web/src/app/root.tsx', `import { a } from '../features/home/home.tsx'`), [])
  assert.ok(files.length > 80 && imports.length > 300)
})

test('imports run from app over features to what all share, and never between features', () => {
  assert.deepEqual(violations(imports, isAllowed), [])
})

test('every folder of web/src has its place in the rule', () => {
  const folders = new Set(files.map(partOf))
  assert.deepEqual(
    [...folders].filter((part) => !(part in MAY_IMPORT)),
    [],
  )
})

test('from the server come types alone, and only those of the API', () => {
  const outside = imports.filter(
    ({ name }) => /^(\.|server|web|test|bench|scripts)\//.test(name) && !isOfApp(name),
  )
  assert.ok(outside.length > 0)
  assert.deepEqual(
    violations(outside, ({ name, isTypeOnly }) => isTypeOnly && name === API_TYPES),
    [],
  )
})
