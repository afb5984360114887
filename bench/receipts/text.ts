import type { PageText, TextLine } from '../../server/reading/page-text.ts'
import type { Drawn } from './draw.ts'

/** The receipt's text as a perfect reader would return it. */
export function textOf({ sheet, typesetter }: Drawn): PageText {
  const { look, marks, bottom } = sheet
  const [width, height] = [look.width, Math.max(look.height ?? 0, bottom + look.margin * 1.5)]
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
  return { page: 1, width, height: Math.ceil(height), lines }
}
