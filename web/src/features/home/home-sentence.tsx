import type { ReactNode } from 'react'
import type { Overview } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Clause, Figure, Sentence } from '../../ui/sentence.tsx'

const money = (chunks: ReactNode) => <Figure>{chunks}</Figure>

/** "RM 7,300 of relief found for 2026. It saves you about RM 803. 3 receipts need you." */
export function HomeSentence({
  overview,
  toCheck,
  beingRead,
}: {
  overview: Overview
  toCheck: number
  beingRead: number
}) {
  const t = useTranslations('home.sentence')
  const { aboutMoney, number, shortMoney } = useFormats()
  const { foundSen, savedSen, year } = overview
  return (
    <Sentence>
      <Clause>{t.rich('found', { money, found: shortMoney(foundSen), year: String(year) })}</Clause>
      <Clause>
        {savedSen === null ? t('savesUnknown') : t.rich('saves', { money, saved: aboutMoney(savedSen) })}
      </Clause>
      {(toCheck > 0 || beingRead === 0) && (
        <Clause>{t('needYou', { count: toCheck, number: number(toCheck) })}</Clause>
      )}
    </Sentence>
  )
}
