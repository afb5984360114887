import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPencil } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import type { ReceiptText } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import type { Mark } from './marks.ts'
import styles from './pages.module.css'
import { Picture, receiptAddress } from './picture.tsx'

export interface PagesProps {
  receipt: Receipt
  marks: Mark[]
  focused?: string | undefined
  pages?: ReceiptText['pages'] | undefined
  onText?: ((text: string) => void) | undefined
}

/** The files of a receipt, one at a time; the one with the focused mark comes up by itself. */
export function Pages({ receipt, marks, focused, pages = [], onText }: PagesProps) {
  const t = useTranslations('check.picture')
  const files = receipt.files
  const [at, setAt] = useState(0)
  const markedFile = marks.find(({ key }) => key === focused)?.fileId
  useEffect(() => {
    const index = files.findIndex(({ id }) => id === markedFile)
    if (index >= 0) setAt(index)
  }, [files, markedFile])

  const file = files[at] ?? files[0]
  if (!file) {
    return (
      <div className={styles.none}>
        <IconPencil size={36} stroke={1.4} aria-hidden />
        <p>{t('byHand')}</p>
      </div>
    )
  }
  return (
    <>
      <Picture
        key={file.id}
        address={receiptAddress(receipt.id, file)}
        file={file}
        marks={marks}
        focused={focused}
        lines={pages.find((page) => page.fileId === file.id && page.page === 1)?.lines ?? []}
        onText={onText}
        onTurn={(by) => setAt(Math.min(files.length - 1, Math.max(0, at + by)))}
        alt={t('alt')}
      />
      {files.length > 1 && (
        <div className={styles.pages}>
          <ActionIcon
            variant="transparent"
            size={44}
            aria-label={t('page', { page: String(at), pages: String(files.length) })}
            disabled={at === 0}
            onClick={() => setAt(at - 1)}
          >
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          {t('page', { page: String(at + 1), pages: String(files.length) })}
          <ActionIcon
            variant="transparent"
            size={44}
            aria-label={t('page', { page: String(at + 2), pages: String(files.length) })}
            disabled={at === files.length - 1}
            onClick={() => setAt(at + 1)}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  )
}
