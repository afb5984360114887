import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { groupedRinggit } from '../../ringgit.ts'
import { texts } from '../../texts/index.ts'
import type { EmployerSheet } from '../employer-sheet.ts'
import { words } from '../words/index.ts'
import { BRAND, type Cell, createSheet, INK, MARGIN, SOFT, type TableColumn } from './sheet.ts'
import { createTypeset } from './typeset.ts'

const text = { size: 10, color: INK }
const bold = { ...text, weight: 700 as const }
const small = { size: 8.5, color: SOFT }
const BLANK = '.'.repeat(60)

/** The data of form TP1 or TP3 on a page: to copy into LHDN's form, or to hand to the employer with it. */
export async function toEmployerPdf(sheet: EmployerSheet): Promise<Buffer> {
  const { form, year, month, language, madeOn, lines } = sheet
  const { sheet: say } = texts[language].pcb
  const title = say.title(form.toUpperCase(), year)
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    font: '',
    lang: language === 'ms' ? 'ms-MY' : 'en-MY',
    info: { Title: title, CreationDate: new Date(`${madeOn}T00:00:00Z`) },
    displayTitle: true,
  })
  const bytes = buffer(doc)
  const { months, foot } = say
  const monthName = month === null ? '' : (months[month - 1] ?? '')
  const page = createSheet(
    doc,
    await createTypeset(doc, JSON.stringify([title, say, lines, monthName, madeOn, BLANK])),
  )
  page.paragraph(title, { size: 20, weight: 700, color: BRAND })
  page.paragraph(say.made(madeOn, monthName), { size: 10, color: SOFT }, { after: 10 })
  page.paragraph(form === 'tp1' ? say.tp1Hint : say.tp3Hint, text, { after: 12 })
  for (const blank of [say.employer, say.name, say.identity, say.tin])
    page.paragraph(`${blank}  ${BLANK}`, text, { after: 5 })
  page.space(8)
  if (lines.length === 0) page.paragraph(say.nothing, text)
  else table()
  page.space(14)
  page.paragraph(say.declaration, text, { after: 22 })
  page.paragraph(`${say.signature}  ${BLANK}`, text)
  if (lines.some(({ item }) => item === null)) {
    page.space(10)
    page.paragraph(say.noItems(year), small)
  }
  page.foot(foot, words[language].page)
  doc.end()
  return bytes

  function table() {
    const isTp1 = form === 'tp1'
    const columns: TableColumn[] = [
      { width: 56 },
      { width: null },
      ...(isTp1
        ? ([
            { width: 74, align: 'right' },
            { width: 84, align: 'right' },
          ] as const)
        : []),
      { width: 92, align: 'right' },
    ]
    const head = (name: string): Cell => ({ text: name, style: { size: 8.5, weight: 700, color: SOFT } })
    const amount = (sen: number | null, style: Cell['style'] = text): Cell => ({
      text: sen === null ? '–' : groupedRinggit(sen),
      style,
    })
    page.table(
      columns,
      [say.item, say.head, ...(isTp1 ? [say.limit, say.now] : []), isTp1 ? say.total : say.amount].map(head),
      lines.map(({ item, name, limitSen, nowSen, totalSen }) => [
        { text: item ?? '–', style: text },
        { text: name, style: text },
        ...(isTp1 ? [amount(limitSen), amount(nowSen, bold)] : []),
        amount(totalSen, isTp1 ? text : bold),
      ]),
    )
  }
}
