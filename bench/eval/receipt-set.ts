import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PageText, TextLine } from '../../server/reading/page-text.ts'
import type { Key } from './score.ts'

/** Receipts with their answer keys. */
export interface ReceiptSet {
  ids: string[]
  /** The path of its picture or document. */
  picture(id: string): Promise<string>
  key(id: string): Promise<Key>
  /** The text as a person read it: `x1,y1,x2,y2,x3,y3,x4,y4,text` a line, pixels. */
  text(id: string): Promise<PageText[]>
  /** Removes what was only drawn to be read. */
  close?(): Promise<void>
}

function lineOf(row: string, width: number, height: number): TextLine[] {
  const parts = row.split(',')
  const points = parts.slice(0, 8).map(Number)
  const text = parts.slice(8).join(',').trim()
  if (points.length < 8 || points.some(Number.isNaN) || text === '') return []
  const [xs, ys] = [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const box = {
    left: left / width,
    top: top / height,
    width: (Math.max(...xs) - left) / width,
    height: (Math.max(...ys) - top) / height,
  }
  return [{ text, box, confidence: 1 }]
}

const ENDINGS = ['jpg', 'png', 'pdf']

/**
 * A folder of receipts: img/ID.jpg (or .png, .pdf), key/ID.json, box/ID.csv, and errata.json whose keys win over key/.
 * Throws where the folder has no key/.
 */
export function openReceiptSet(folder: string): ReceiptSet {
  const errataFile = join(folder, 'errata.json')
  const errata: Record<string, Key> = existsSync(errataFile)
    ? JSON.parse(readFileSync(errataFile, 'utf8'))
    : {}
  const picture = (id: string) => {
    const paths = ENDINGS.map((ending) => join(folder, 'img', `${id}.${ending}`))
    return paths.find((path) => existsSync(path)) ?? `${paths[0]}`
  }
  return {
    ids: readdirSync(join(folder, 'key'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort(),
    picture: async (id) => picture(id),
    key: async (id) => ({
      ...JSON.parse(readFileSync(join(folder, 'key', `${id}.json`), 'utf8')),
      ...errata[id],
    }),
    async text(id) {
      const rows = readFileSync(join(folder, 'box', `${id}.csv`), 'utf8').split(/\r?\n/)
      const { width, height } = existsSync(picture(id)) ? await sharp(picture(id)).metadata() : sizeOf(rows)
      return [{ page: 1, width, height, lines: rows.flatMap((row) => lineOf(row, width, height)) }]
    },
  }
}

/** Without its picture a page is as large as its text reaches. */
function sizeOf(rows: string[]): { width: number; height: number } {
  const corners = rows.map((row) => row.split(',').slice(4, 6).map(Number))
  const reach = (at: number) => Math.max(1, ...corners.map((corner) => corner[at] || 0))
  return { width: reach(0), height: reach(1) }
}
