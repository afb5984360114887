import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { ringgitOf } from '../../receipts/model.ts'
import { groupedRinggit } from '../../ringgit.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { type FormLine, nameIn, usedLines } from '../form-lines.ts'
import { type Words, words } from '../words/index.ts'
import {
  BRAND,
  type Cell,
  createSheet,
  INK,
  MARGIN,
  type Sheet,
  SOFT,
  type TableColumn,
  WARNING,
} from './sheet.ts'
import { createTypeset } from './typeset.ts'

/** The number of receipts listed per warning, to keep the summary readable. */
const MAX_LISTED = 12

const text = { size: 9.5, color: INK }
const bold = { ...text, weight: 700 as const }
const small = { size: 8.5, color: SOFT }

/** A year's claim by form item, to copy into the form: A4, with embedded fonts. */
export async function toPdf(claim: ExportedClaim): Promise<Buffer> {
  const { language, summary, madeOn, examples } = claim
  const say = words[language]
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    font: '',
    lang: language === 'ms' ? 'ms-MY' : 'en-MY',
    info: { Title: say.title(summary.year), CreationDate: new Date(`${madeOn}T00:00:00Z`) },
    displayTitle: true,
  })
  const bytes = buffer(doc)
  const points = openPoints(claim, say)
  const notice = examples > 0 ? say.examples(examples) : null
  const typeset = await createTypeset(doc, JSON.stringify([say, notice, summary, points]))
  const sheet = createSheet(doc, typeset)

  if (notice) sheet.paragraph(notice, { size: 11, weight: 700, color: WARNING }, { after: 6 })
  sheet.paragraph(say.title(summary.year), { size: 22, weight: 700, color: BRAND })
  sheet.paragraph(say.subtitle(summary.form, madeOn), { size: 10, color: SOFT }, { after: 8 })
  reliefs(sheet, claim, say)
  gifts(sheet, claim, say)
  rebates(sheet, claim, say)
  unverified(sheet, claim, say)
  attention(sheet, points, say)
  sheet.foot(say.foot, say.page)
  doc.end()
  return bytes
}

/** The unit is stated once, above the table. */
const head = (title: string): Cell => ({
  text: title.replace(' (RM)', ''),
  style: { size: 8, weight: 700, color: SOFT },
})
const amount = (sen: number | null, style: Cell['style'] = text): Cell => ({
  text: sen === null ? '–' : groupedRinggit(sen),
  style,
})

/** Marks a rule that was not checked against an official text. */
const marked = (name: string, { verified }: { verified: boolean }) => (verified ? name : `${name} *`)

const RELIEF_COLUMNS: TableColumn[] = [
  { width: 62 },
  { width: null },
  { width: 74, align: 'right' },
  { width: 70, align: 'right' },
  { width: 84, align: 'right' },
]

function reliefs(sheet: Sheet, { summary, language }: ExportedClaim, say: Words) {
  const lines = usedLines(summary, language)
  sheet.heading(say.typeIn)
  if (lines.length === 0) return sheet.paragraph(say.nothingYet, text)
  sheet.paragraph(say.typeInHint, small, { after: 6 })
  const { formItem, relief, spent, limit, toType } = say.line
  const all: Cell[] = [
    { text: '', style: bold },
    { text: say.allReliefs, style: { ...bold, color: BRAND } },
    { text: '', style: bold },
    { text: '', style: bold },
    amount(summary.allowedSen, { size: 11, weight: 700, color: BRAND }),
  ]
  sheet.table(RELIEF_COLUMNS, [formItem, relief, spent, limit, toType].map(head), [
    ...lines.map((line) => lineCells(line, say)),
    all,
  ])
}

function lineCells(line: FormLine, say: Words): Cell[] {
  const isHeading = line.depth === 0
  const style = isHeading ? bold : text
  const behind = line.receipts > 0 ? ` (${say.receiptsBehind(line.receipts).replace(' ', '\u00a0')})` : ''
  return [
    { text: line.formItem ?? '–', style: { ...style, color: isHeading ? BRAND : INK } },
    { text: `${marked(line.name, line)}${behind}`, style, indent: line.depth * 10 },
    amount(line.spentSen === 0 ? null : line.spentSen),
    amount(line.limitSen),
    amount(line.allowedSen, isHeading ? bold : { ...text, color: SOFT }),
  ]
}

function gifts(sheet: Sheet, { summary, facts, language }: ExportedClaim, say: Words) {
  if (summary.gifts.length === 0) return
  sheet.heading(say.gifts)
  sheet.paragraph(say.giftsHint, small, { after: 6 })
  sheet.table(
    [{ width: null }, { width: 84, align: 'right' }, { width: 84, align: 'right' }],
    ['', say.given, say.toType].map(head),
    summary.gifts.map((gift) => [
      { text: marked(nameIn(gift, language), gift), style: text },
      amount(gift.givenSen),
      // The amount allowed of a gift depends on the income.
      amount(facts.income ? gift.allowedSen : null, bold),
    ]),
  )
}

function rebates(sheet: Sheet, { summary, language }: ExportedClaim, say: Words) {
  if (summary.rebates.length === 0) return
  sheet.heading(say.rebates)
  sheet.paragraph(say.rebatesHint, small, { after: 6 })
  sheet.table(
    [{ width: null }, { width: 84, align: 'right' }],
    ['', say.paid].map(head),
    summary.rebates.map((rebate) => [
      { text: marked(nameIn(rebate, language), rebate), style: text },
      amount(rebate.paidSen, bold),
    ]),
  )
}

function unverified(sheet: Sheet, { summary, language }: ExportedClaim, say: Words) {
  const shown = [...usedLines(summary, language), ...summary.gifts, ...summary.rebates]
  if (shown.every(({ verified }) => verified)) return
  sheet.space(6)
  sheet.paragraph(say.unverifiedHint, small)
}

/** Something to check, with the receipts concerned. */
interface OpenPoint {
  text: string
  receipts: { day: string; merchant: string; sen: number | null }[]
  /** The number of further receipts. */
  more: number
}

/** What the user should check before filing. */
function openPoints(claim: ExportedClaim, say: Words): OpenPoint[] {
  const { unconfirmed, undecided } = claim.summary
  const point = (text: string, ids: string[]): OpenPoint => {
    const receipts = ids.slice(0, MAX_LISTED).map((id) => {
      const row = claim.rows.get(id)
      return {
        day: row?.paidOn ?? say.undated,
        merchant: row?.merchant ?? say.unnamed,
        sen: row ? ringgitOf(row) : null,
      }
    })
    return { text, receipts, more: ids.length - receipts.length }
  }
  const about = (receipts: { id: string }[], textFor: (receipts: number) => string) =>
    receipts.length > 0
      ? [
          point(
            textFor(receipts.length),
            receipts.map(({ id }) => id),
          ),
        ]
      : []
  return [
    ...claim.summary.warnings.map(({ message, receipts }) => point(message[claim.language], receipts)),
    ...about(undecided.receipts, say.undecided),
    ...about(unconfirmed.receipts, say.notConfirmed),
  ]
}

const POINT_COLUMNS: TableColumn[] = [{ width: 74 }, { width: null }, { width: 84, align: 'right' }]

function attention(sheet: Sheet, points: OpenPoint[], say: Words) {
  sheet.heading(say.attention)
  if (points.length === 0) sheet.paragraph(say.nothingOpen, text)
  for (const { text: message, receipts, more } of points) {
    sheet.keep(60)
    sheet.paragraph(message, bold, { after: 1 })
    sheet.table(
      POINT_COLUMNS,
      null,
      receipts.map(({ day, merchant, sen }) => [
        { text: day, style: text, indent: 10 },
        { text: merchant, style: text },
        amount(sen),
      ]),
    )
    if (more > 0) sheet.paragraph(say.more(more), small, { indent: 10 })
    sheet.space(7)
  }
}
