import { stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'

/** Files with texts; index.ts only puts them together. */
const TEXTS = /[\\/]src[\\/]i18n[\\/](?:en|ms)[\\/](?!index\.)\w+\.ts$/

type Texts = { [key: string]: string | Texts }

const compiled = (texts: Texts): unknown =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? compile(text) : compiled(text),
    ]),
  )

/** Compiles the ICU messages, so that the app need not carry their parser: a tenth of all its scripts. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
      // Otherwise the development server bundles use-intl beforehand, with the parser.
      optimizeDeps: { exclude: ['use-intl'] },
    }),
    async transform(_code, path) {
      if (!TEXTS.test(path)) return
      // Node caches modules by their address.
      const { mtimeMs } = await stat(path)
      const texts: Record<string, Texts> = await import(`${pathToFileURL(path).href}?${mtimeMs}`)
      return Object.entries(texts)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(compiled(value))}`)
        .join('\n')
    },
  }
}
