import { IconCertificate, IconDownload, IconFileText, IconPhoto, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Receipt, ReceiptFile } from '../../../../../server/api-types.ts'
import { useUnsplit } from '../../../api/receipt-mutations.ts'
import { dayAt } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './receipt-sheet.module.css'
import { Retention } from './retention.tsx'

const AddFile = lazy(async () => ({ default: (await import('./add-file.tsx')).AddFile }))

const ICONS = { receipt: IconPhoto, certificate: IconCertificate, proof: IconFileText } as const

/** The originals, to download and to add to; and until when they must be kept. */
export function Files({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page')
  const [isAdding, setAdding] = useState(false)
  return (
    <section aria-labelledby="files">
      <div className={styles.subhead}>
        <h2 id="files" className="part-title">
          {t('files')}
        </h2>
        {receipt.trashedAt === null && !receipt.damaged && (
          <Button
            look="text"
            height={44}
            icon={<IconPlus size={20} stroke={1.8} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('add.open')}
          </Button>
        )}
      </div>
      <ul>
        {receipt.files.map((file) => (
          <FileRow key={file.id} receipt={receipt} file={file} />
        ))}
        <Retention receipt={receipt} />
      </ul>
      <Suspense>{isAdding && <AddFile receipt={receipt} onClose={() => setAdding(false)} />}</Suspense>
    </section>
  )
}

function FileRow({ receipt, file }: { receipt: Receipt; file: ReceiptFile }) {
  const t = useTranslations('receipts.page')
  const { shortDay, bytes } = useFormats()
  const Icon = ICONS[file.role]
  const isInvoice = file.width === 0 && file.role === 'receipt' && !file.password
  return (
    <li className={styles.file}>
      <Icon size={24} stroke={1.6} aria-hidden />
      <span>
        <b>{isInvoice ? t('einvoice') : t(`role.${file.role}`)}</b>
        <br />
        <span className="soft">
          {t('unchanged', { size: bytes(file.bytes), day: shortDay(dayAt(file.addedAt)) })}
        </span>
        {file.area && <PartOfPicture receipt={receipt} />}
      </span>
      <a
        className={styles.download}
        href={`/receipts/${receipt.id}/file?file=${file.id}`}
        download
        aria-label={t('download')}
      >
        <IconDownload size={24} stroke={1.6} aria-hidden />
      </a>
    </li>
  )
}

/** The file has all of the picture, of which a part is this receipt; or is it all of it? */
function PartOfPicture({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('common.split')
  const unsplit = useUnsplit()
  return (
    <>
      <br />
      <span className="soft">{t('part')}</span>
      {receipt.trashedAt === null && (
        <Button look="text" height={44} busy={unsplit.isPending} onClick={() => unsplit.mutate(receipt)}>
          {t('whole')}
        </Button>
      )}
      {unsplit.error && <ProblemNotice error={unsplit.error} />}
    </>
  )
}
