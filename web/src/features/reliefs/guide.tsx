import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ReliefGuide } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import styles from './relief-detail.module.css'

const unbroken = (day: string) => day.replaceAll(' ', '\u00a0')

const bold = (chunks: ReactNode) => <b>{chunks}</b>

/** The relief in plain words: what counts and what does not, for whom, what to keep, and what the law leaves open. */
export function Guide({ guide, keepUntil }: { guide: ReliefGuide; keepUntil: string | undefined }) {
  const t = useTranslations('reliefs')
  const { shortDay } = useFormats()
  return (
    <>
      {guide.changed !== null && (
        <p className={styles.changed}>
          <b>{guide.year}:</b> {guide.changed}
        </p>
      )}
      <div className={styles.counting}>
        <div>
          <h2 className={styles.sub}>{t('legend.counts')}</h2>
          <ul>
            {guide.counts.map((line) => (
              <li key={line}>
                <IconCheck size={18} stroke={1.8} color="var(--brand)" aria-hidden />
                {line}
              </li>
            ))}
          </ul>
        </div>
        <div className="soft">
          <h2 className={styles.sub}>{t('doesNotCount')}</h2>
          <ul>
            {guide.doesNotCount.map((line) => (
              <li key={line}>
                <IconX size={18} stroke={1.6} aria-hidden />
                {line}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <p className="soft">{t.rich('for', { b: bold, whom: guide.for })}</p>
      {keepUntil && (
        <p className="soft">
          {t.rich('keep', { b: bold, papers: guide.keep, day: unbroken(shortDay(keepUntil)) })}
        </p>
      )}
      {guide.questions.length > 0 && (
        <section aria-labelledby="open-questions" className={styles.questions}>
          <h2 id="open-questions" className={styles.sub}>
            {t('questions', { count: guide.questions.length })}
          </h2>
          <ul>
            {guide.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <p className="note">{t('youDecide')}</p>
        </section>
      )}
    </>
  )
}
