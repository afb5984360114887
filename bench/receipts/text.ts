import type { PageText, TextLine } from '../../server/reading/page-text.ts'
import type { Drawn } from './draw.ts'

/** The receipt's text as a perfect reader would return it. */
export function textOf({ sheet, typesetter }: Drawn): PageText {
  const { look, marks, bottom } = sheet
  const [width, height] = [look.width, Math.ceil(Math.max(look.height ?? 0, bottom + look.margin * 1.5))]
  const lines = marks.flatMap((mark): TextLine[] => {
    if (mark.is !== 'text' || mark.text.trim() === '' || /^-+$/.test(mark.text)) return []
    const { text, type, x, y } = mark
    const box = {
      left: x / width,
      top: (y - type.size) / height,
      width: typesetter.width(text, type) / width,
      height: (type.size * 1.2) / height,
    }
    return [{ text: text.trim(), box, confidence: 1 }]
  })
  return { page: 1, width, height, lines }
}

/** The same, page by page. */
export function pagesOf(drawn: Drawn): PageText[] {
  const { pages, look } = drawn.sheet
  const whole = textOf(drawn)
  if (pages === 1 || !look.height) return [whole]
  const height = look.height
  return Array.from({ length: pages }, (_, at) => {
    const lines = whole.lines.flatMap(({ box, ...line }): TextLine[] => {
      const top = (box.top * whole.height) / height - at
      if (top < 0 || top >= 1) return []
      return [{ ...line, box: { ...box, top, height: (box.height * whole.height) / height } }]
    })
    return { page: at + 1, width: whole.width, height, lines }
  })
}
