import writeWorkbook, { type Cell, type Row as SheetRow } from 'write-excel-file/node'
import type { Language } from '../language.ts'
import { ringgitOf } from '../receipts/model.ts'
import { clean } from './cells.ts'
import { type Column, columnNames } from './column-names.ts'
import type { ExportedClaim } from './exported-claim.ts'
import { type FormLine, nameIn, usedLines } from './form-lines.ts'
import { itemText, type WithItem } from './item-text.ts'
import { columns, type PartRow, type Value } from './part-rows.ts'
import type { ReturnLine } from './return-lines.ts'
import { words } from './words/index.ts'

/** Column widths in characters. */
const WIDTHS: Record<Column, number> = {
  day: 12,
  merchant: 34,
  receiptNumber: 18,
  companyNumber: 22,
  total: 13,
  amount: 13,
  state: 14,
  year: 10,
  code: 26,
  relief: 44,
  formItem: 12,
  person: 14,
  files: 44,
  note: 30,
  id: 38,
  example: 10,
  brand: 26,
  legalName: 34,
}

/**
 * A workbook: the claim by form item, the claimed receipts, the others, the warnings, and the return line by line. New sheets
 * go to the end, as programs of others may count them.
 */
export async function toXlsx(claim: ExportedClaim, rows: PartRow[]): Promise<Buffer> {
  const { sheets } = words[claim.language]
  const counted: SheetRow[] = []
  const others: SheetRow[] = []
  for (const row of rows) {
    const counts = row.part.state === 'counts' && row.part.year === claim.year
    ;(counts ? counted : others).push(cellsOf(row, claim.language))
  }
  return writeWorkbook([
    { sheet: sheets.summary, ...summaryOf(claim) },
    {
      sheet: sheets.receipts,
      data: [titles(claim.language), ...counted],
      columns: receiptColumns,
      stickyRowsCount: 1,
    },
    {
      sheet: sheets.notCounted,
      data: [titles(claim.language), ...others, ...unconfirmed(claim)],
      columns: receiptColumns,
      stickyRowsCount: 1,
    },
    { sheet: sheets.warnings, ...warningsOf(claim) },
    { sheet: sheets.taxReturn, ...returnOf(claim) },
  ]).toBuffer()
}

/** A workbook with one sheet: the rows of chosen receipts. */
export const toReceiptsXlsx = (rows: PartRow[], language: Language): Promise<Buffer> =>
  writeWorkbook([
    {
      sheet: words[language].sheets.receipts,
      data: [titles(language), ...rows.map((row) => cellsOf(row, language))],
      columns: receiptColumns,
      stickyRowsCount: 1,
    },
  ]).toBuffer()

const receiptColumns = columnNames.map((name) => ({ width: WIDTHS[name] }))

const cellsOf = (row: PartRow, language: Language): SheetRow =>
  columnNames.map((name) => cellOf(columns[name](row, words[language])))

const MONEY = '#,##0.00'
const DAY = 'yyyy-mm-dd'

/** Text has the type text, so that no merchant's name is interpreted as a formula. */
const text = (value: string): Cell => (value === '' ? null : { value: clean(value), type: String })
const heading = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E6F0EE',
})
const money = (sen: number | null): Cell =>
  // Whole sen / 100 is the double nearest to the decimal number, which spreadsheets display and add correctly.
  sen === null ? null : { value: sen / 100, type: Number, format: MONEY }
const day = (value: string | null): Cell =>
  value === null ? null : { value: new Date(`${value}T00:00:00Z`), type: Date, format: DAY }

function cellOf(value: Value): Cell {
  switch (value.kind) {
    case 'text':
      return text(value.text)
    case 'sen':
      return money(value.sen)
    case 'day':
      return day(value.day)
    case 'number':
      return value.number === null ? null : { value: value.number, type: Number }
  }
}

const titles = (language: Language) => columnNames.map((name) => heading(words[language].columns[name]))

/** Unconfirmed receipts are listed with the parts that are not claimed. */
function unconfirmed({ rows, summary, language }: ExportedClaim): SheetRow[] {
  return summary.unconfirmed.receipts.flatMap(({ id }) => {
    const row = rows.get(id)
    if (!row) return []
    const filled: Partial<Record<Column, Cell>> = {
      day: day(row.paidOn),
      merchant: text(row.merchant ?? ''),
      total: money(ringgitOf(row)),
      state: text(words[language].states.unconfirmed),
      id: text(id),
      example: text(row.example ? words[language].example : ''),
    }
    return [columnNames.map((name) => filled[name] ?? null)]
  })
}

/** Every line of the form in its order, those without an amount too. */
function returnOf({ taxReturn, summary, language, madeOn, examples }: ExportedClaim) {
  const say = words[language]
  const { line, returnLine, by, title, subtitle, notEntered } = say
  const amount = ({ amountSen, enterIn }: ReturnLine): Cell =>
    amountSen !== null ? money(amountSen) : text(enterIn === null ? '' : `${notEntered}: ${enterIn}`)
  const row = (one: ReturnLine): SheetRow => [
    text(itemText({ formItem: one.item, formItemFrom: one.numberFrom }, say)),
    text(nameIn(one.by === 'form' ? one.shortName : one, language)),
    amount(one),
    text(by[one.by]),
    money('limitSen' in one ? one.limitSen : null),
    text(one.note?.counts.join('. ') ?? ''),
    text(one.note?.doesNotCount.join('. ') ?? ''),
    text(one.note?.keep ?? ''),
    text(one.numberNote === null ? '' : nameIn(one.numberNote, language)),
  ]
  const { name, amount: amountTitle, by: byTitle, counts, doesNotCount, keep, number } = returnLine
  const data: SheetRow[] = [
    ...(examples > 0 ? [[heading(say.examples(examples))]] : []),
    [heading(title(summary.year))],
    [text(subtitle(taxReturn.form, madeOn))],
    [],
    [line.formItem, name, amountTitle, byTitle, line.limit, counts, doesNotCount, keep, number].map(heading),
    ...taxReturn.lines.map(row),
  ]
  return { data, columns: [14, 60, 18, 16, 14, 60, 60, 40, 60].map((width) => ({ width })) }
}

function summaryOf(claim: ExportedClaim) {
  const { summary, facts, language } = claim
  const { line, allReliefs, gifts, rebates, verified, unverified, reliefsTitle, subtitle } = words[language]
  const rule = (one: { section: string; verified: boolean }) =>
    text(`${words[language].section(one.section)}, ${one.verified ? verified : unverified}`)
  const item = (one: WithItem) => text(itemText(one, words[language]))
  const ofLine = (one: FormLine): SheetRow => [
    item(one),
    { value: one.name, type: String, indent: one.depth, ...(one.depth === 0 && { fontWeight: 'bold' }) },
    money(one.spentSen),
    money(one.limitSen),
    money(one.allowedSen),
    money(one.remainingSen),
    rule(one),
  ]
  const data: SheetRow[] = [
    ...(claim.examples > 0 ? [[heading(words[language].examples(claim.examples))]] : []),
    [heading(reliefsTitle(summary.year))],
    [text(subtitle(summary.form, claim.madeOn))],
    [],
    [line.formItem, line.relief, line.spent, line.limit, line.toType, line.remaining, line.rule].map(heading),
    ...usedLines(summary, language).map(ofLine),
    [null, heading(allReliefs), null, null, money(summary.allowedSen)],
  ]
  if (summary.gifts.length > 0) {
    data.push([], [null, heading(gifts)])
    for (const gift of summary.gifts) {
      data.push([
        item(gift),
        text(nameIn(gift, language)),
        money(gift.givenSen),
        null,
        money(facts.income ? gift.allowedSen : null),
        null,
        rule(gift),
      ])
    }
  }
  if (summary.rebates.length > 0) {
    data.push([], [null, heading(rebates)])
    for (const rebate of summary.rebates) {
      data.push([
        item(rebate),
        text(nameIn(rebate, language)),
        money(rebate.paidSen),
        null,
        null,
        null,
        rule(rebate),
      ])
    }
  }
  return { data, columns: [12, 70, 16, 14, 16, 14, 26].map((width) => ({ width })) }
}

function warningsOf(claim: ExportedClaim) {
  const { warning, columns: titleOf } = words[claim.language]
  const data: SheetRow[] = [[warning, titleOf.day, titleOf.merchant, titleOf.total, titleOf.id].map(heading)]
  for (const one of claim.summary.warnings) {
    const message = text(one.message[claim.language])
    if (one.receipts.length === 0) data.push([message])
    for (const id of one.receipts) {
      const row = claim.rows.get(id)
      data.push([
        message,
        day(row?.paidOn ?? null),
        text(row?.merchant ?? ''),
        money(row ? ringgitOf(row) : null),
        text(id),
      ])
    }
  }
  return { data, columns: [80, 12, 34, 13, 38].map((width) => ({ width })), stickyRowsCount: 1 }
}
