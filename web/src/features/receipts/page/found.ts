import type { Receipt } from '../../../../../server/api-types.ts'
import type { ReceiptText } from '../../../api/queries.ts'
import type { Mark } from '../../../ui/picture/marks.ts'

/** The key of the mark with this number. */
export const foundKey = (index: number) => `found-${index}`

/** As the server's search compares text: without case, accents and runs of spaces. */
const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The lines on the pages in which what was searched for stands: all of it in one line, else any of its words. */
export function foundMarks(text: string, pages: ReceiptText['pages']): Mark[] {
  const phrase = folded(text)
  // A shorter word would light up half the page.
  const words = phrase.split(' ').filter((word) => word.length > 2)
  const lines = pages.flatMap(({ fileId, page, lines }) =>
    lines.map((line) => ({ fileId, page, box: line.box, text: folded(line.text) })),
  )
  const whole = lines.filter((line) => phrase !== '' && line.text.includes(phrase))
  const found =
    whole.length > 0 ? whole : lines.filter((line) => words.some((word) => line.text.includes(word)))
  return found.map(({ fileId, page, box }, index) => ({ key: foundKey(index), fileId, page, box }))
}

/** Whether anything on the pages can be searched. */
export const hasPages = ({ files, reading }: Receipt) =>
  !reading && files.some(({ role, width }) => role === 'receipt' && width > 0)
