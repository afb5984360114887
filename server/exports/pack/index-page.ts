import { html } from '../../http/page.ts'
import { sum } from '../../law/money.ts'
import { ringgit } from '../../ringgit.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { itemText } from '../item-text.ts'
import type { PartRow } from '../part-rows.ts'
import { type Words, words } from '../words/index.ts'
import type { Missing } from './missing.ts'
import { FOLDER } from './originals.ts'

/** The start page for an auditor: the receipts of each relief with links to their files. No scripts, no external resources. */
export function indexPage(claim: ExportedClaim, rows: PartRow[], missing: Missing[]): string {
  const { language, year } = claim
  const say = words[language]
  const receipts = new Set(rows.map(({ id }) => id)).size
  const files = sum(new Map(rows.map(({ id, files }) => [id, files.length])).values())
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <title>${say.pack.title(year)}</title>
  <style>${STYLE}</style>
</head>
<body>
  <h1>${say.pack.title(year)}</h1>
  <p>${say.pack.lead(receipts, files)} ${say.pack.madeOn(claim.madeOn)} <a href="summary.pdf">summary.pdf</a>, <a href="index.csv">index.csv</a></p>
  <p>${say.pack.sums}</p>
  ${claim.examplesLeftOut > 0 && html`<p>${say.pack.examplesLeftOut(claim.examplesLeftOut)}</p>`}
  ${missing.length > 0 && missingPart(missing, say)}
  ${groupsOf(rows, year, say).map((group) => groupPart(group, say))}
</body>
</html>
`.html
}

interface Group {
  title: string
  rows: PartRow[]
}

/** The claimed parts by relief, in the order of the form, then the others. */
function groupsOf(rows: PartRow[], year: number, say: Words): Group[] {
  const groups = new Map<string, Group & { order: string }>()
  for (const row of rows) {
    const { part } = row
    const counts = part.state === 'counts' && part.year === year && part.relief
    const order = counts ? `0 ${counts.formItem ?? '~'} ${counts.code}` : `1 ${part.state}`
    const group = groups.get(order) ?? {
      order,
      title: counts ? `${itemText(counts, say)} ${counts.name}`.trim() : elsewhere(row, say),
      rows: [],
    }
    group.rows.push(row)
    groups.set(order, group)
  }
  const inOrder = new Intl.Collator('en', { numeric: true })
  return [...groups.values()].sort((a, b) => inOrder.compare(a.order, b.order))
}

const elsewhere = ({ part }: PartRow, say: Words) =>
  part.state === 'counts' ? say.pack.otherYears : say.states[part.state]

function groupPart({ title, rows }: Group, say: Words) {
  const { day, merchant, receiptNumber, total, amount, person, files, note } = say.columns
  return html`
  <h2>${title}</h2>
  <table>
    <thead><tr><th>${day}</th><th>${merchant}</th><th>${receiptNumber}</th><th class="sen">${total}</th><th class="sen">${amount}</th><th>${person}</th><th>${files}</th><th>${note}</th></tr></thead>
    <tbody>${rows.map((row) => rowPart(row, say))}</tbody>
    <tfoot><tr><td colspan="4"></td><td class="sen">${ringgit(sum(rows.map(({ part }) => part.sen)))}</td><td colspan="3"></td></tr></tfoot>
  </table>`
}

/** The company behind a shop: its registered name, where the shop has another, and its number. */
function companyOf({ merchant, legalName, companyNumber }: PartRow) {
  const facts = [legalName === merchant ? null : legalName, companyNumber].filter((fact) => fact !== null)
  return facts.length === 0 ? '' : html`<br><small>${facts.join(', ')}</small>`
}

const rowPart = (row: PartRow, say: Words) => html`
    <tr><td>${row.day ?? ''}</td><td>${row.merchant ?? ''}${companyOf(row)}</td><td>${row.receiptNumber ?? ''}</td>
      <td class="sen">${row.totalSen === null ? '' : ringgit(row.totalSen)}</td><td class="sen">${ringgit(row.part.sen)}</td>
      <td>${row.part.person ? say.people[row.part.person] : ''}</td>
      <td>${row.files.map((name) => html`<a href="${FOLDER}/${encodeURIComponent(name)}">${name}</a><br>`)}</td><td>${row.note}</td></tr>`

const missingPart = (missing: Missing[], say: Words) => html`
  <h2>${say.pack.missing}</h2>
  <ul>${missing.map(({ name, reason }) => html`<li>${name}: ${reason}</li>`)}</ul>`

const STYLE = `
body { font: 14px/1.45 system-ui, sans-serif; color: #1d2724; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
h1, h2 { color: #0f5c4d; line-height: 1.2 } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #d5d9d6 }
th { font-size: .8rem; color: #56625d } tfoot td { font-weight: 700; border: 0 } .sen { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
td { overflow-wrap: anywhere } td:first-child { white-space: nowrap }
`
