import { useQuery } from '@tanstack/react-query'
import { whatIfQuery } from '../../api/reliefs.ts'
import { inSentence } from '../../i18n/in-sentence.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { useYear } from '../../ui/use-year.ts'
import type { Spendable } from './lines.ts'
import styles from './reliefs.module.css'
import { firstStep, isYearOpen } from './spending.ts'

/** What a little more of something would save, in one sentence; nothing where it would save nothing. */
export function Saving({ on }: { on: Spendable }) {
  const t = useTranslations('reliefs.whatIf')
  const year = useYear()
  const { aboutMoney, shortMoney, nameOf } = useFormats()
  const sen = firstStep(on.remainingSen)
  const { data } = useQuery({ ...whatIfQuery(year, on.code, sen), enabled: isYearOpen(year) })
  if (!data || data.savesSen <= 0) return null
  return (
    <p className={styles.saving}>
      {t('sentence', {
        amount: shortMoney(sen),
        name: inSentence(nameOf(on.shortName)),
        saved: aboutMoney(data.savesSen),
      })}
    </p>
  )
}
