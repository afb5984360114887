import { IconCertificate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '../../../../server/api-types.ts'
import { reliefsQuery } from '../../api/queries.ts'
import { useAddFile } from '../../api/receipt-mutations.ts'
import { useTranslations } from '../../i18n/index.ts'
import { FileButton } from '../../ui/file-button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { findRelief } from '../../ui/relief-names.ts'
import styles from './check.module.css'
import type { Part } from './decide/parts.ts'

/** Says that a relief asks for a certificate, and takes its photograph here. */
export function CertificateNeeded({ receipt, parts }: { receipt: Receipt; parts: Part[] }) {
  const t = useTranslations('check.certificate')
  const add = useAddFile()
  const year = receipt.yearOfAssessment
  const { data: reliefs } = useQuery({ ...reliefsQuery(year ?? 0), enabled: year !== null })
  const isNeeded = parts.some(({ relief }) => {
    const head = reliefs && relief !== null ? findRelief(reliefs, relief) : undefined
    return head && 'needs' in head && head.needs.some((need: string) => need.includes('certificate'))
  })
  const has = receipt.files.some(({ role }) => role === 'certificate')
  if (!isNeeded || has) return null
  return (
    <div className={styles.certificate}>
      <IconCertificate size={24} stroke={1.6} aria-hidden />
      <div>
        <p className="dense">
          <b>{t('title')}</b>
        </p>
        <p className="note">{t('text')}</p>
      </div>
      <FileButton
        look="outline"
        height={44}
        busy={add.isPending}
        onFiles={([file]) => file && add.mutate({ receipt, file, role: 'certificate' })}
      >
        {t('add')}
      </FileButton>
      {add.error && <ProblemNotice error={add.error} />}
    </div>
  )
}
