import { IconFileText, IconFileZip, IconTable } from '@tabler/icons-react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './papers.module.css'
import { useYearDownload, type YearForm, type YearFormat, yearFormats } from './use-year-download.ts'

const icons: Record<YearFormat, typeof IconFileZip> = {
  zip: IconFileZip,
  pdf: IconFileText,
  xlsx: IconTable,
  csv: IconTable,
  json: IconFileText,
}

/** The year as files. One is made at a time; its bytes are counted as they arrive, as nobody knows how many there will be. */
export function Papers({ year, form }: { year: number; form?: YearForm | undefined }) {
  const t = useTranslations('file.papers')
  const { bytes: bytesOf } = useFormats()
  const { download, start, cancel } = useYearDownload(year, form)
  const { format: busy } = download?.state === 'running' ? download : {}
  const stateOf = (format: YearFormat) => {
    if (download?.format !== format) return undefined
    const bytes = bytesOf(download.bytes)
    if (download.state === 'running') return download.bytes > 0 ? t('arriving', { bytes }) : t('starting')
    if (download.state === 'saved') return t('saved', { bytes })
    return download.state === 'cancelled' ? t('cancelled') : undefined
  }
  return (
    <section className={styles.papers} aria-labelledby="papers">
      <h2 id="papers" className={styles.title}>
        {t('title', { year: String(year) })}
      </h2>
      <ul>
        {yearFormats.map((format) => {
          const Icon = icons[format]
          const name = t(format)
          const isBusy = busy === format
          return (
            <li key={format} className={styles.row}>
              <Icon size={22} stroke={1.5} aria-hidden />
              <p>
                {name}
                <span className={styles.state}>{stateOf(format) ?? t(`${format}Text`)}</span>
              </p>
              {isBusy ? (
                <Button look="text" height={44} aria-label={t('cancelLabel', { name })} onClick={cancel}>
                  {t('cancel')}
                </Button>
              ) : (
                <Button
                  look="text"
                  height={44}
                  disabled={busy !== undefined}
                  aria-label={t('downloadLabel', { name })}
                  onClick={() => start(format)}
                >
                  {t('download')}
                </Button>
              )}
              {isBusy && (
                <span className={styles.track} aria-hidden="true">
                  <span />
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <p className="sr-only" role="status">
        {download && download.state !== 'running' && stateOf(download.format)}
      </p>
      {download?.state === 'failed' && (
        <ProblemNotice error={download.error} onRetry={() => start(download.format)} />
      )}
    </section>
  )
}
