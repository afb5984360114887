import type { PageText, TextLine } from '../../server/reading/page-text.ts'

const LETTER = 10
const LINE = 24
const WIDTH = 48 * LETTER

/**
 * Lays text out as a reader would return it: each line is a row, and parts two or more spaces apart are boxes of their
 * own at their columns.
 * @param text rows as one text, or one by one
 * @param slope pixels each box is lower per pixel to the right
 */
export function pageOf(text: string | string[], page = 1, slope = 0): PageText {
  const rows = typeof text === 'string' ? text.replace(/^\n|\n\s*$/g, '').split('\n') : text
  const height = (rows.length + 2) * LINE
  const lines = rows.flatMap((row, i) =>
    [...row.matchAll(/\S+(?: \S+)*/g)].map((part): TextLine => {
      const left = (part.index * LETTER) / WIDTH
      const top = ((i + 1) * LINE + part.index * LETTER * slope) / height
      const width = (part[0].length * LETTER) / WIDTH
      return { text: part[0], box: { left, top, width, height: (LINE * 0.75) / height }, confidence: 0.98 }
    }),
  )
  return { page, width: WIDTH, height, lines }
}
