import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReceiptSummary } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { findRelief } from '../../../ui/relief-names.ts'

/**
 * The words of every row, looked up once for the whole list: hundreds of rows pass by in a second, and each would ask for
 * the same ones.
 */
export interface RowWords {
  noShop: string
  noDay: string
  example: string
  doesNotCount: string
  damaged: string
  missingCertificate: string
  status: Record<ReceiptSummary['status'], string>
  amount(sen: number): string
  /** A day where the year is known. */
  dayOfYear(day: string): string
  /** A day with its year. */
  day(day: string): string
  choose(name: string): string
  /** The name of a relief; null where the law of the year does not have it. */
  relief(code: string): string | null
}

export function useRowWords(year: number): RowWords {
  const t = useTranslations('receipts')
  const { amount, dayOfYear, shortDay, nameOf } = useFormats()
  const { data: reliefs } = useQuery(reliefsQuery(year))
  return useMemo(() => {
    const names = new Map<string, string | null>()
    function relief(code: string) {
      const known = names.get(code)
      if (known !== undefined) return known
      const found = reliefs && findRelief(reliefs, code)
      const name = found ? nameOf(found.shortName) : null
      names.set(code, name)
      return name
    }
    return {
      noShop: t('noShop'),
      noDay: t('noDay'),
      example: t('example'),
      doesNotCount: t('doesNotCount'),
      damaged: t('damaged'),
      missingCertificate: t('missingCertificate'),
      status: {
        reading: t('status.reading'),
        needs_review: t('status.needs_review'),
        confirmed: t('status.confirmed'),
        unreadable: t('status.unreadable'),
      },
      amount,
      dayOfYear,
      day: shortDay,
      choose: (name) => t('select', { name }),
      relief,
    }
  }, [t, amount, dayOfYear, shortDay, nameOf, reliefs])
}
