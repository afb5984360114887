import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { isDerived } from '../../law/form.ts'
import { ringgitOf } from '../../receipts/model.ts'
import { groupedRinggit } from '../../ringgit.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { type FormLine, nameIn, usedLines } from '../form-lines.ts'
import { noteText, openLines, type ReturnLine } from '../return-lines.ts'
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

/** A year's return in the order of the form, to type from: A4, with embedded fonts. */
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
  const typeset = await createTypeset(
    doc,
    JSON.stringify([say, notice, summary, claim.taxReturn, points, MARKS]),
  )
  const sheet = createSheet(doc, typeset)

  if (notice) sheet.paragraph(notice, { size: 11, weight: 700, color: WARNING }, { after: 6 })
  sheet.paragraph(say.title(summary.year), { size: 22, weight: 700, color: BRAND })
  sheet.paragraph(say.subtitle(summary.form, madeOn), { size: 10, color: SOFT }, { after: 8 })
  result(sheet, claim, say)
  taxPart(sheet, claim, say)
  gifts(sheet, claim, say)
  reliefs(sheet, claim, say)
  hints(sheet, claim, say)
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

/** What is left to pay or comes back, and by when. */
function result(sheet: Sheet, { taxReturn }: ExportedClaim, say: Words) {
  const { lines, dueOn, eFilingUntil } = taxReturn
  const balance = lines.find(({ code }) => code === 'balance')
  // Assessed in the spouse's name, the balance stands in that return.
  if (!balance) return
  const { amountSen } = balance
  const sentence =
    amountSen === null
      ? say.balanceUnknown
      : amountSen < 0
        ? say.refund(groupedRinggit(-amountSen), eFilingUntil)
        : say.toPay(groupedRinggit(amountSen), dueOn, eFilingUntil)
  sheet.paragraph(sentence, { size: 11, weight: 700, color: INK })
}

const TAX_COLUMNS: TableColumn[] = [{ width: 62 }, { width: null }, { width: 110, align: 'right' }]

/** Income, what the form works out of it, rebates and payments. */
function taxPart(sheet: Sheet, { taxReturn, language }: ExportedClaim, say: Words) {
  const lines = taxReturn.lines.filter(({ part }) => part !== 'gifts' && part !== 'reliefs')
  const open = openLines(lines)
  sheet.heading(say.tax)
  sheet.paragraph(say.computedHint, small, { after: 6 })
  const rows = lines.flatMap((line): Cell[][] => {
    const { by, amountSen, shortName, enterIn } = line
    const name = nameIn(shortName, language)
    if (open.includes(line)) {
      const below = { text: enterIn ?? '', style: small }
      return [
        [
          itemCell(line, text),
          { text: name, style: text, below },
          { text: say.notEntered, style: attentive },
        ],
      ]
    }
    if (amountSen === null || amountSen === 0) return []
    if (by === 'form')
      return [[itemCell(line, soft), { text: name, style: soft }, amount(Math.abs(amountSen), soft)]]
    const below = { text: noteText(line, say), style: small }
    return [[itemCell(line, text), { text: name, style: text, below }, amount(amountSen, bold)]]
  })
  const { returnLine, line } = say
  sheet.table(TAX_COLUMNS, [line.formItem, returnLine.name, returnLine.amount].map(head), rows)
  const left = taxReturn.carriedForward
  if (left) {
    const amountIn = (sen: number) => (sen > 0 ? groupedRinggit(sen) : null)
    sheet.space(4)
    sheet.paragraph(
      say.carriedForward({
        losses: amountIn(left.lossesSen),
        allowances: amountIn(left.capitalAllowancesSen),
      }),
      text,
    )
  }
  const notKept = lines
    .filter(({ by }) => by === 'nobody')
    .map((one) => `${one.item ?? ''} ${nameIn(one, language)}`.trim())
  if (notKept.length > 0) {
    sheet.space(4)
    sheet.paragraph(say.alsoAsked(notKept.join('; ')), small)
  }
}

const attentive = { ...text, color: WARNING }
const soft = { ...text, color: SOFT }
/** Marks a number that follows from another form or year. */
const MARKS = '¹'

function itemCell(
  { item, numberFrom }: { item: string | null; numberFrom: ReturnLine['numberFrom'] },
  style: Cell['style'],
): Cell {
  const mark = isDerived({ certainty: numberFrom }) ? MARKS : ''
  return { text: item === null ? '–' : `${item}${mark}`, style }
}

function reliefs(sheet: Sheet, { summary, taxReturn, language }: ExportedClaim, say: Words) {
  const lines = usedLines(summary, language)
  const boxes = new Map(taxReturn.lines.map((line) => [line.code, line]))
  sheet.heading(say.reliefs)
  if (lines.length === 0) sheet.paragraph(say.nothingYet, text)
  else {
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
      ...lines.map((line) => lineCells(line, boxes.get(line.code), say)),
      all,
    ])
  }
  const open = openLines(taxReturn.lines.filter(({ part }) => part === 'reliefs'))
  if (open.length === 0) return
  sheet.space(4)
  const named = open.map((one) => `${nameIn(one.shortName, language)} (${one.enterIn})`)
  sheet.paragraph(say.notEnteredYet(named.join('; ')), small)
}

function lineCells(line: FormLine, box: ReturnLine | undefined, say: Words): Cell[] {
  const isHeading = line.depth === 0
  const style = isHeading ? bold : text
  const behind = line.receipts > 0 ? ` (${say.receiptsBehind(line.receipts).replace(' ', '\u00a0')})` : ''
  const item = { item: line.formItem, numberFrom: line.formItemFrom }
  return [
    itemCell(item, { ...style, color: isHeading ? BRAND : INK }),
    { text: `${marked(line.name, line)}${behind}`, style, indent: line.depth * 10, ...noteUnder(box, say) },
    amount(line.spentSen === 0 ? null : line.spentSen),
    amount(line.limitSen),
    amount(line.allowedSen, isHeading ? bold : { ...text, color: SOFT }),
  ]
}

const noteUnder = (box: ReturnLine | undefined, say: Words): Pick<Cell, 'below'> =>
  box?.note ? { below: { text: noteText(box, say), style: small } } : {}

const GIFT_COLUMNS: TableColumn[] = [
  { width: 36 },
  { width: null },
  { width: 64, align: 'right' },
  { width: 68, align: 'right' },
]

function gifts(sheet: Sheet, { summary, taxReturn, facts, language }: ExportedClaim, say: Words) {
  if (summary.gifts.length === 0) return
  const boxes = new Map(taxReturn.lines.map((line) => [line.code, line]))
  sheet.heading(say.gifts)
  sheet.paragraph(say.giftsHint, small, { after: 6 })
  sheet.table(
    GIFT_COLUMNS,
    [say.line.formItem, '', say.given, say.toType].map(head),
    summary.gifts.map((gift) => [
      itemCell({ item: gift.formItem, numberFrom: gift.formItemFrom }, text),
      { text: marked(nameIn(gift, language), gift), style: text, ...noteUnder(boxes.get(gift.code), say) },
      amount(gift.givenSen),
      // The amount allowed of a gift depends on the income.
      amount(facts.income ? gift.allowedSen : null, bold),
    ]),
  )
}

/** What the marks beside numbers and names mean. */
function hints(sheet: Sheet, { summary, taxReturn, language }: ExportedClaim, say: Words) {
  const used = [...usedLines(summary, language), ...summary.gifts]
  const shown = taxReturn.lines.filter(
    ({ amountSen, by }) => by !== 'nobody' && amountSen !== null && amountSen !== 0,
  )
  const certainties = [...used.map((line) => line.formItemFrom), ...shown.map((line) => line.numberFrom)]
  const found = [
    [...used, ...summary.rebates].every(({ verified }) => verified) ? null : say.unverifiedHint,
    certainties.some((certainty) => isDerived({ certainty })) ? say.derivedHint : null,
    certainties.includes('unknown') ? say.unknownItemHint : null,
  ].filter((hint) => hint !== null)
  if (found.length > 0) sheet.space(6)
  for (const hint of found) sheet.paragraph(hint, small)
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
