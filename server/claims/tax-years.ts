import type { z } from 'zod'
import { einvoiceCodesOf } from '../law/einvoice.ts'
import { retainUntil, verificationOf } from '../law/filing.ts'
import { statedItems } from '../law/form.ts'
import type { Relief } from '../law/relief.ts'
import type { TaxYear } from '../law/year.ts'
import type { reliefsView, reliefView, taxYearView } from './tax-year-views.ts'

/** A year as the list of years shows it. */
export const toTaxYear = (year: TaxYear): z.input<typeof taxYearView> => ({
  year: year.year,
  form: year.form,
  status: year.status,
  draft: year.draft,
  filing: year.filing,
  retainUntil: retainUntil(year),
  certainty: verificationOf(year),
})

/** Everything that can be claimed in a year, with its conditions. */
export const toReliefs = (year: TaxYear): z.input<typeof reliefsView> => ({
  year: year.year,
  form: year.form,
  status: year.status,
  draft: year.draft,
  reliefs: year.reliefs.map((relief) => toRelief(year, relief)),
  gifts: {
    poolPercentOfAggregateIncome: year.gifts.pool.percentOfAggregateIncome,
    heads: year.gifts.heads.map(withHint),
  },
  rebates: year.rebates.map(withHint),
  sources: year.sources,
})

const withHint = <Head extends { hint?: Relief['hint'] }>(head: Head) => ({
  ...head,
  hint: head.hint ?? null,
})

const toRelief = (year: TaxYear, relief: Relief): z.input<typeof reliefView> => ({
  ...relief,
  hint: relief.hint ?? null,
  couple: relief.couple ?? null,
  changed: relief.changed ?? null,
  formItems: { ...statedItems(year, relief.code), ...relief.formItems },
  einvoiceCodes: einvoiceCodesOf(year, relief.code),
  children: relief.children.map((child) => toRelief(year, child)),
})
