import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Vite's list of the chunks it built, by source file; a chunk of several sources stands under a key of its own. */
type Manifest = Record<
  string,
  { file: string; name?: string; imports?: string[]; css?: string[] } | undefined
>

const ENTRY = 'index.html'
const MESSAGES = { en: 'src/i18n/en/index.ts', ms: 'src/i18n/ms/index.ts' }
/** The name of the chunk with what a signed-in person sees at every address, and with Home; web/vite.config.ts gives it. */
const HOME = 'home'
/** The screens by path, the longest first; web/src/app/router.tsx has them all. */
const SCREENS: [path: string, source: string][] = [
  ['/app/year/interview', 'src/features/year/interview/interview.tsx'],
  ['/app/year/statements', 'src/features/year/statements/statements.tsx'],
  ['/app/year/file', 'src/features/year/file.tsx'],
  ['/app/year', 'src/features/year/year.tsx'],
  ['/app/receipts/new', 'src/features/receipts/enter.tsx'],
  ['/app/receipts/', 'src/features/receipts/receipt.tsx'],
  ['/app/receipts', 'src/features/receipts/receipts.tsx'],
  ['/app/reliefs', 'src/features/reliefs/reliefs.tsx'],
  ['/app/check', 'src/features/check/check.tsx'],
  ['/app/snap', 'src/features/snap/snap.tsx'],
  ['/app/account', 'src/features/account/account.tsx'],
  ['/', HOME],
]

export interface Visit {
  /** Of the page, without its query. */
  path: string
  acceptLanguage: string | undefined
  hasSession: boolean
}

/**
 * Elements for the head of the page that let a browser fetch at once what it would otherwise find out one round trip
 * after another: the texts, and with a session the screen at its path.
 * @param dist the folder of the built app
 */
export async function preloads(
  dist: string,
  { path, acceptLanguage = '', hasSession }: Visit,
): Promise<string> {
  const text = await readFile(join(dist, '.vite/manifest.json'), 'utf8').catch(() => '{}')
  const manifest: Manifest = JSON.parse(text)
  const atStart = reachable(manifest, [ENTRY])
  const [, screen = ''] = SCREENS.find(([start]) => path.startsWith(start)) ?? []
  const wanted = reachable(manifest, [
    MESSAGES[languageOf(acceptLanguage)],
    ...(hasSession ? [keyOf(manifest, HOME), keyOf(manifest, screen)] : []),
  ])
  const more = [...wanted].filter((key) => !atStart.has(key)).flatMap((key) => manifest[key] ?? [])
  return [
    ...more.map(({ file }) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ...more.flatMap(({ css = [] }) =>
      css.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ),
    ...(hasSession ? [SESSION] : []),
  ].join('\n    ')
}

/** Tells the app that asking for data at once is worth it; see web/src/api/start.ts. */
const SESSION = '<meta name="session" content="likely">'

/** @param chunk its source, or its name where it has several */
const keyOf = (manifest: Manifest, chunk: string) =>
  chunk in manifest ? chunk : (Object.keys(manifest).find((key) => manifest[key]?.name === chunk) ?? '')

/** The chunks with these sources and all that they import at once. */
function reachable(manifest: Manifest, keys: string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key) || !manifest[key]) continue
    found.add(key)
    reachable(manifest, manifest[key].imports ?? [], found)
  }
  return found
}

/** As web/src/i18n/language.ts does for a browser in which nobody has chosen. */
function languageOf(acceptLanguage: string): 'en' | 'ms' {
  const [, language] = /(?:^|,)\s*(en|ms)\b/i.exec(acceptLanguage) ?? []
  return language?.toLowerCase() === 'ms' ? 'ms' : 'en'
}
