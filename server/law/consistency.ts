import { wrong } from './parse.ts'
import type { Reference, Relief, Rule } from './relief.ts'
import { type Placed, placed } from './tree.ts'
import type { TaxYear } from './year.ts'

/**
 * What one year's parts must hold of each other, beyond their shapes.
 * @throws LawDataError with the place
 */
export function checkConsistency(year: TaxYear, path: string, einvoiceCodes: ReadonlySet<string>) {
  const reliefs = placed(year.reliefs)
  const gifts = year.gifts.heads
  const codes = new Set<string>()
  for (const { code } of [
    ...reliefs.map(({ relief }) => relief),
    ...gifts,
    ...year.rebates,
    ...year.flatCharges,
  ]) {
    if (codes.has(code)) wrong(`${path}: ${code}`, 'a code used once', code)
    codes.add(code)
  }
  const reliefCodes = new Set(reliefs.map(({ relief }) => relief.code))
  const giftCodes = new Set(gifts.map((gift) => gift.code))
  const known = (set: ReadonlySet<string>, code: string, place: string, what: string) => {
    if (!set.has(code)) wrong(`${path}: ${place}`, `the code of a ${what}`, code)
  }

  for (const entry of reliefs) checkRelief(entry, year, path)
  for (const { relief } of reliefs) {
    if (relief.voluntaryExcessTo) known(reliefCodes, relief.voluntaryExcessTo, relief.code, 'relief')
  }
  for (const rebate of year.rebates) {
    if (rebate.requiresRelief) known(reliefCodes, rebate.requiresRelief, rebate.code, 'relief')
    const needed = { fixed: rebate.amountSen, trips: rebate.tripsInLifetime, paid: 0 }[rebate.kind]
    if (needed === undefined)
      wrong(`${path}: ${rebate.code}`, `what a ${rebate.kind} rebate needs`, undefined)
  }
  for (const entry of year.einvoice) {
    known(einvoiceCodes, entry.code, 'einvoice', 'MyInvois classification')
    for (const code of entry.reliefs) known(reliefCodes, code, `einvoice ${entry.code}`, 'relief')
    for (const code of entry.gifts) known(giftCodes, code, `einvoice ${entry.code}`, 'gift')
  }
  for (const [place, source] of references(year)) {
    if (!Object.hasOwn(year.sources, source.id))
      wrong(`${path}: ${place}`, 'a source of this file', source.id)
  }
  checkBands(year, path)
}

function checkRelief({ relief, above }: Placed, { year }: TaxYear, path: string) {
  const place = `${path}: ${relief.code}`
  if (relief.kind === 'fixed' && (relief.limitSen === null || relief.grantedFor === undefined))
    wrong(place, 'a limit and grantedFor, as the relief is fixed', relief.limitSen)
  if (relief.kind !== 'fixed' && relief.grantedFor !== undefined)
    wrong(place, 'no grantedFor, as the relief is not fixed', relief.grantedFor)
  if (relief.kind === 'group' && relief.children.length === 0) wrong(place, 'reliefs in the group', [])
  if (relief.kind === 'capped' && [relief, ...above].every(({ limitSen }) => limitSen === null))
    wrong(place, 'a limit here or above', null)
  if (relief.firstYear && relief.firstYear > year)
    wrong(`${place}.firstYear`, `at most ${year}`, relief.firstYear)
  if (relief.lastYear && relief.lastYear < year)
    wrong(`${place}.lastYear`, `at least ${year}`, relief.lastYear)
  const { frequency } = relief
  if (frequency.kind === 'once-in-window' && (frequency.first > year || frequency.last < year))
    wrong(`${place}.frequency`, `a window around ${year}`, frequency)
}

/** The tax written at each step must be the tax that the steps below it make. */
function checkBands({ bands: { steps } }: TaxYear, path: string) {
  if (steps[0]?.overSen !== 0) wrong(`${path}: bands.steps[0].overSen`, '0', steps[0]?.overSen)
  let taxSen = 0
  steps.forEach((step, index) => {
    const below = steps[index - 1]
    const place = `${path}: bands.steps[${index}]`
    if (below) {
      if (step.overSen <= below.overSen) wrong(`${place}.overSen`, `more than ${below.overSen}`, step.overSen)
      taxSen += ((step.overSen - below.overSen) / 100) * below.ratePercent
    }
    if (step.taxUpToHereSen !== taxSen) wrong(`${place}.taxUpToHereSen`, String(taxSen), step.taxUpToHereSen)
  })
}

/** Everything in a year that rests on sources, with its place: for counting and for checking. */
export function rulesOf(year: TaxYear): { place: string; rule: Pick<Rule, 'sources' | 'verified'> }[] {
  const named = (entries: (Rule & { code: string })[]) => entries.map((rule) => ({ place: rule.code, rule }))
  const reliefs: Relief[] = placed(year.reliefs).map(({ relief }) => relief)
  return [
    ...named(reliefs),
    ...named(year.gifts.heads),
    ...named(year.flatCharges),
    ...named(year.rebates),
    { place: 'gifts.pool', rule: year.gifts.pool },
    { place: 'bands', rule: year.bands },
    { place: 'filing', rule: year.filing },
    { place: 'records', rule: year.records },
    ...Object.entries(year.computation).map(([name, rule]) => ({ place: `computation.${name}`, rule })),
  ]
}

const references = (year: TaxYear): [string, Reference][] =>
  rulesOf(year).flatMap(({ place, rule }) => {
    if (rule.sources.length === 0) wrong(`${year.year}: ${place}.sources`, 'at least one source', [])
    return rule.sources.map((source): [string, Reference] => [place, source])
  })
