import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type PageText, pageTextSchema } from '../reading/page-text.ts'

/** `clinic-2026-02-14.jpg`: what it shows, the year and the day it is of. */
const NAME = /^(?<name>.+-(?<year>\d{4})-(?<day>\d\d-\d\d))\.\w+$/

/** A file of the example receipts shipped with the server. */
export interface ExampleFile {
  name: string
  path: string
  year: number
  /** MM-DD. */
  day: string
  /** Hex. */
  sha256: string
}

/**
 * The example receipts in a folder: those of its latest year. Their names say the day; everything else is read from them
 * like from any receipt.
 * @param texts the folder with the text the local reader found in each, for readers that cost money
 */
export function createShippedExamples(folder: string, texts: string) {
  let loaded: Promise<ExampleFile[]> | undefined

  /** In the order of their days. */
  async function list(): Promise<ExampleFile[]> {
    loaded ??= load(folder)
    return loaded.catch((error) => {
      loaded = undefined
      throw error
    })
  }

  return {
    list,

    /** The recorded text of the example with this SHA-256; undefined: it has none, or is no example. */
    async textOf(sha256: string): Promise<PageText[] | undefined> {
      const file = (await list()).find((example) => example.sha256 === sha256)
      const text = file && (await readFile(recordedAt(texts, file.name), 'utf8').catch(ifMissing))
      return text === undefined ? undefined : z.array(pageTextSchema).parse(JSON.parse(text))
    },
  }
}

export type ShippedExamples = ReturnType<typeof createShippedExamples>

/** Where the text of an example is recorded. @param name of its file, without the ending */
export const recordedAt = (texts: string, name: string) => join(texts, `${name}.json`)

async function load(folder: string): Promise<ExampleFile[]> {
  const named = (await readdir(folder)).flatMap((file) => {
    const { name, year, day } = NAME.exec(file)?.groups ?? {}
    return name && year && day ? [{ name, path: join(folder, file), year: Number(year), day }] : []
  })
  const latest = Math.max(...named.map(({ year }) => year))
  const ofYear = named.filter(({ year }) => year === latest).sort((a, b) => (a.day < b.day ? -1 : 1))
  return Promise.all(ofYear.map(async (file) => ({ ...file, sha256: await sha256Of(file.path) })))
}

const sha256Of = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
