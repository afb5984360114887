import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PageText } from '../../server/reading/page-text.ts'
import type { PageReader } from '../../server/reading/ports.ts'
import type { ReceiptSet } from './receipt-set.ts'

/** Where the text of receipts comes from. */
export interface Source {
  /** A receipt's text, and the seconds that reading it took. */
  read(id: string): Promise<{ pages: PageText[]; seconds: number }>
  workers: number
  close(): Promise<void>
}

interface SourceOptions {
  /** The true text instead of pictures. */
  text: boolean
  /** A folder that keeps what was read. */
  pages?: string | undefined
  workers?: string | undefined
  /** The path of another small recogniser. */
  recogniser?: string | undefined
}

export async function openSource(set: ReceiptSet, options: SourceOptions): Promise<Source> {
  if (options.text) {
    const read = async (id: string) => ({ pages: await set.text(id), seconds: 0 })
    return { read, workers: 1, close: async () => {} }
  }
  const workers = Number(options.workers ?? Math.max(1, availableParallelism() >> 1))
  const reader = await openReader(workers, options.recogniser)
  const read = async (id: string) => {
    // To draw a picture takes longer than to read it.
    const path = await set.picture(id)
    const started = performance.now()
    return { pages: await reader.read(path), seconds: (performance.now() - started) / 1000 }
  }
  return { read: options.pages ? kept(options.pages, read) : read, workers, close: () => reader.close() }
}

/** The networks are loaded only where pictures are read. */
async function openReader(
  workers: number,
  recogniser: string | undefined,
): Promise<Pick<PageReader, 'read' | 'close'>> {
  if (recogniser) return (await import('./reader-here.ts')).openReaderHere(recogniser)
  return (await import('../../server/adapters/ppocr/index.ts')).createPpocrReader({ workers })
}

/** Reads a picture's text once and keeps it in a folder, so that field rules can be tried without reading again. */
function kept(folder: string, read: Source['read']): Source['read'] {
  mkdirSync(folder, { recursive: true })
  return async (id) => {
    const file = join(folder, `${id}.json`)
    if (existsSync(file)) return { pages: JSON.parse(readFileSync(file, 'utf8')), seconds: 0 }
    const text = await read(id)
    writeFileSync(file, JSON.stringify(text.pages))
    return text
  }
}
