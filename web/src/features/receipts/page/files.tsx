import { IconArchive, IconCertificate, IconDownload, IconFileText, IconPhoto } from '@tabler/icons-react'
import type { Receipt, ReceiptFile } from '../../../../../server/api-types.ts'
import { useAddFile } from '../../../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { FileButton } from '../../../ui/file-button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './receipt-sheet.module.css'

const ICONS = { receipt: IconPhoto, certificate: IconCertificate, proof: IconFileText } as const

/** The originals, to download and to add to; and until when they must be kept. */
export function Files({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page')
  const { shortDay } = useFormats()
  const add = useAddFile()
  const adding =
    (role: ReceiptFile['role']) =>
    ([file]: File[]) =>
      file && add.mutate({ receipt, file, role })
  return (
    <section aria-labelledby="files">
      <h2 id="files" className="part-title">
        {t('files')}
      </h2>
      <ul>
        {receipt.files.map((file) => (
          <FileRow key={file.id} receiptId={receipt.id} file={file} />
        ))}
        {receipt.retainUntil && (
          <li className={styles.file}>
            <IconArchive size={24} stroke={1.6} aria-hidden />
            <span>
              <b>{t('keepUntil', { day: shortDay(receipt.retainUntil) })}</b> {t('keepWhy')}
            </span>
          </li>
        )}
      </ul>
      {receipt.trashedAt === null && (
        <div className={styles.add}>
          <FileButton look="text" height={44} busy={add.isPending} onFiles={adding('receipt')}>
            {t('addPage')}
          </FileButton>
          <FileButton look="text" height={44} busy={add.isPending} onFiles={adding('certificate')}>
            {t('addCertificate')}
          </FileButton>
          <FileButton look="text" height={44} busy={add.isPending} onFiles={adding('proof')}>
            {t('addProof')}
          </FileButton>
        </div>
      )}
      {add.error && <ProblemNotice error={add.error} />}
    </section>
  )
}

function FileRow({ receiptId, file }: { receiptId: string; file: ReceiptFile }) {
  const t = useTranslations('receipts.page')
  const { shortDay, bytes } = useFormats()
  const Icon = ICONS[file.role]
  return (
    <li className={styles.file}>
      <Icon size={24} stroke={1.6} aria-hidden />
      <span>
        <b>{t(`role.${file.role}`)}</b>
        <br />
        <span className="soft">
          {t('unchanged', { size: bytes(file.bytes), day: shortDay(file.addedAt.slice(0, 10)) })}
        </span>
      </span>
      <a href={`/receipts/${receiptId}/file?file=${file.id}`} download aria-label={t('download')}>
        <IconDownload size={24} stroke={1.6} aria-hidden />
      </a>
    </li>
  )
}
