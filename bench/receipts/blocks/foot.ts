import type { Block } from '../kind.ts'
import type { LabelName } from '../labels.ts'

/** Words of thanks, or that a computer printed it. */
export const foot =
  (name: LabelName = 'thanks'): Block =>
  ({ style, sheet }) => {
    sheet.gap()
    sheet.centre(style.label(name), { scale: 0.92 })
  }

/** A code that leads to an invented address, with which an e-invoice can be asked for. */
export const code =
  (): Block =>
  ({ purchase, sheet, random }) => {
    if (random.chance(0.4)) return
    sheet.gap()
    sheet.qr(`https://e-invoice.example/claim?no=${encodeURIComponent(purchase.number)}`)
    sheet.centre('SCAN FOR E-INVOICE', { scale: 0.85 })
  }
