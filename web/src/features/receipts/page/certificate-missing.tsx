import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { useAddFile } from '../../../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { FileWays } from '../../../ui/file-ways.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { findRelief } from '../../../ui/relief-names.ts'
import styles from './receipt-sheet.module.css'

/** Says which relief asks for a certificate that is not here, and takes it. Gone as soon as it is. */
export function CertificateMissing({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page.certificate')
  const add = useTranslations('receipts.page.add')
  const { nameOf, listOf } = useFormats()
  const year = receipt.yearOfAssessment
  const asking = receipt.allocations.filter((part) => part.needsCertificate)
  const has = receipt.files.some(({ role }) => role === 'certificate')
  const isMissing = asking.length > 0 && !has
  const { data: reliefs } = useQuery({ ...reliefsQuery(year ?? 0), enabled: isMissing && year !== null })
  const { mutate, error, isPending } = useAddFile()
  if (!isMissing) return null
  const names = asking.flatMap(({ relief }) => {
    const head = reliefs && relief !== null ? findRelief(reliefs, relief) : undefined
    return head ? [nameOf(head.shortName)] : []
  })
  const send = ([file]: File[]) => file && mutate({ receipt, file, role: 'certificate' })
  return (
    <section className={styles.notice} aria-label={t('title')}>
      <p>
        <b>{t('title')}</b> {t('why', { relief: listOf([...new Set(names)]), count: names.length })}
      </p>
      <div className={styles.add}>
        <FileWays camera={add('camera')} choose={add('choose')} isBusy={isPending} onFiles={send} />
      </div>
      {error && <ProblemNotice error={error} />}
    </section>
  )
}
