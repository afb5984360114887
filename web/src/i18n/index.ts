import { useMemo } from 'react'
import * as days from './day.ts'
import { useLanguage } from './language-provider.tsx'
import { listOf } from './list.ts'
import * as money from './money.ts'

export { useTranslations } from 'use-intl'
export { useLanguage } from './language-provider.tsx'

/** Amounts and days in the language of the screen. */
export function useFormats() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      exactMoney: (sen: number, currency?: string | null) => money.exactMoney(sen, language, currency),
      shortMoney: (sen: number) => money.shortMoney(sen, language),
      bareMoney: money.bareMoney,
      aboutMoney: (sen: number) => money.aboutMoney(sen, language),
      amount: money.amount,
      number: money.grouped,
      shortDay: (day: string) => days.shortDay(day, language),
      longDay: (day: string) => days.longDay(day, language),
      dayOfYear: (day: string) => days.dayOfYear(day, language),
      monthName: (day: string) => days.monthName(day, language),
      timeOf: days.clock,
      instant: (at: string) => days.instant(at, language),
      moment: (at: string) => days.momentOf(at, language),
      bytes: (count: number) =>
        count < 1_000_000
          ? `${Math.max(1, Math.round(count / 1000))} kB`
          : `${(count / 1_000_000).toFixed(1)} MB`,
      shortMonth: (day: string) => days.shortMonth(day, language),
      listOf: (items: readonly string[]) => listOf(items, language),
      /** A name that the API gives in both languages. */
      nameOf: (names: { en: string; ms: string }) => names[language],
    }),
    [language],
  )
}
