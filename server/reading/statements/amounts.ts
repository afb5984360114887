import type { Cell, Row } from '../fields/rows.ts'

export interface PaperAmount {
  sen: number
  cell: Cell
  /** The text of the row before the amount. */
  label: string
}

const MONEY = String.raw`(?:RM\s*)?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?`
const WHOLE = new RegExp(`^${MONEY}$`)
/** Behind a label in one piece of text, only what cannot be a number of another kind. */
const AT_END =
  /(?<=^|\s|:|RM)(?:RM\s*)?(\d{1,3}(?:,\d{3})+|\d{1,9})\.(\d{2})\s*$|(?<=^|\s|:)RM\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\s*$/
/** Lines of dots and rules that the amount is written on. */
const FILLER = /[._…\s-]*$/
const senOf = (ringgit = '', sen = '00') => Number(ringgit.replaceAll(',', '')) * 100 + Number(sen)

/** The amount that a row ends with, if it does. Numbers of lines and years are none. */
export function amountOf(row: Row): PaperAmount | undefined {
  const cells = row.cells.filter(({ text }) => /[A-Z0-9]/.test(text))
  const last = cells.at(-1)
  if (!last) return undefined
  const before = cells.slice(0, -1)
  const joined = (some: Cell[]) => some.map(({ text }) => text).join(' ')
  // Ringgit and sen in columns of their own.
  const next = before.at(-1)
  if (/^\d{2}$/.test(last.text) && next && /^(?:RM\s*)?\d{1,3}(?:,\d{3})*$|^\d{1,9}$/.test(next.text)) {
    const digits = next.text.replace(/\D/g, '')
    const cell = { ...next, confidence: Math.min(next.confidence, last.confidence) }
    if (before.length > 1) return { sen: senOf(digits, last.text), cell, label: joined(before.slice(0, -1)) }
  }
  const whole = WHOLE.exec(last.text)
  if (whole) {
    const isMarked = whole[2] !== undefined || last.text.includes(',') || /RM$/.test(joined(before))
    const isMoney = isMarked || last.text.startsWith('RM')
    // The number of a line, a year or a form stands in front of words, not behind them.
    if (isMoney) return { sen: senOf(whole[1], whole[2]), cell: last, label: joined(before) }
    return undefined
  }
  const text = last.text.replace(FILLER, '')
  const end = AT_END.exec(text)
  if (!end) return undefined
  const label = joined([...before, { ...last, text: text.slice(0, end.index) }])
  return { sen: senOf(end[1] ?? end[3], end[2]), cell: last, label }
}
