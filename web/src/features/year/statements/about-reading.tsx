import type { StatementReading } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './readings.module.css'

/** What the person should know of a reading besides its figures. */
export function AboutReading({ year, reading }: { year: number; reading: StatementReading }) {
  const t = useTranslations('interview.statements.read')
  const { exactMoney } = useFormats()
  if (reading.state !== 'read') return <p className={styles.notice}>{t(`states.${reading.state}`)}</p>
  return (
    <>
      {reading.year !== null && reading.year !== year && (
        <p className={styles.notice} role="alert">
          {t('otherYear', { paper: String(reading.year), year: String(year) })}
        </p>
      )}
      {reading.adds === false && <p className={styles.notice}>{t('doesNotAdd')}</p>}
      {reading.figures.length === 0 && <p className={styles.notice}>{t('nothing')}</p>}
      {reading.remarks.length > 0 && (
        <details className={styles.remarks}>
          <summary>{t('remarks', { count: reading.remarks.length })}</summary>
          <ul>
            {reading.remarks.map(({ name, line, sen }) => (
              <li key={`${name} ${line} ${sen}`}>
                <b>
                  {line} {exactMoney(sen)}
                </b>{' '}
                {t(`remark.${name}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
