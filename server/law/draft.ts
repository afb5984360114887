import type { z } from 'zod'
import { parseDataFile } from './data-file.ts'
import type { Relief } from './relief.ts'
import { taxYear } from './year.ts'

type YearFile = z.input<typeof taxYear>
type ReliefFile = YearFile['reliefs'][number]

/**
 * The data file of the year after another one. Everything is taken over and marked unverified; what ends by itself is left
 * out, and so are the numbers of the forms.
 * @param content of the data file of the year before
 * @throws LawDataError if that violates the schema
 */
export function draftAfter(content: unknown, name: string): YearFile {
  const known = parseDataFile(taxYear, content, name)
  // What passes the schema is of its input type.
  const file = content as YearFile
  const year = known.year + 1
  const isOver = ({ lastYear, frequency }: ReliefFile) =>
    (lastYear !== undefined && lastYear < year) ||
    (frequency?.kind === 'once-in-window' && frequency.last < year)
  const carried = (relief: ReliefFile): ReliefFile => {
    const { changed: _, formItems: __, children = [], ...rest } = relief
    const below = children.filter((child) => !isOver(child)).map(carried)
    return {
      ...rest,
      basis: 'earlier-year',
      verified: false,
      ...(below.length > 0 && { children: below }),
    }
  }
  // A group without its reliefs is none.
  const isEmpty = ({ kind, children = [] }: ReliefFile) => kind === 'group' && children.length === 0
  const reliefs = file.reliefs
    .filter((relief) => !isOver(relief))
    .map(carried)
    .filter((relief) => !isEmpty(relief))
  const codes = new Set(reliefs.flatMap(codesIn))
  const kept = (all: readonly string[] = []) => all.filter((code) => codes.has(code))
  const { gifts, filing, computation } = file
  return {
    ...file,
    year,
    form: `Form BE/B ${year} (not published)`,
    status: `Draft: unverified. Taken over from ${known.year}; no text of ${year} was read`,
    draft: true,
    reliefs,
    gifts: {
      pool: unverified(gifts.pool),
      heads: gifts.heads.map((gift) => ({ ...carriedHead(gift), basis: 'earlier-year' })),
    },
    spousePayments: file.spousePayments
      .map((rule) => ({ ...unverified(rule), codes: kept(rule.codes) }))
      .filter((rule) => rule.codes.length > 0),
    spouseForeignIncome: unverified(file.spouseForeignIncome),
    residence: unverified(file.residence),
    nonResident: unverified(file.nonResident),
    employmentRates: (file.employmentRates ?? []).map(unverified),
    bands: unverified(file.bands),
    flatCharges: (file.flatCharges ?? []).map(carriedHead),
    rebates: file.rebates.map(carriedHead),
    computation: Object.fromEntries(
      Object.entries(computation).map(([name, rule]) => [name, unverified(rule)]),
    ) as YearFile['computation'],
    forms: { BE: [], B: [] },
    filing: {
      ...unverified(filing),
      opensOn: yearLater(filing.opensOn),
      BE: deadlineLater(filing.BE),
      B: deadlineLater(filing.B),
    },
    records: unverified(file.records),
    einvoice: file.einvoice
      .map((entry) => ({ ...entry, ...(entry.reliefs && { reliefs: kept(entry.reliefs) }) }))
      .filter(({ reliefs: left = [], gifts: given = [] }) => left.length + given.length > 0),
  }
}

const codesIn = ({ code, children = [] }: Pick<ReliefFile, 'code' | 'children'>): string[] => [
  code,
  ...children.flatMap(codesIn),
]

const unverified = <Rule extends { verified: boolean }>(rule: Rule): Rule => ({ ...rule, verified: false })

function carriedHead<Head extends { verified: boolean; changed?: Relief['changed'] }>(head: Head) {
  const { changed: _, ...rest } = head
  return { ...rest, verified: false }
}

const yearLater = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

const deadlineLater = ({ dueOn, eFilingUntil }: YearFile['filing']['BE']) => ({
  dueOn: yearLater(dueOn),
  eFilingUntil: yearLater(eFilingUntil),
})
