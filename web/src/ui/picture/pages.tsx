import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPencil } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Receipt, ReceiptFile } from '../../../../server/api-types.ts'
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

/** Every page of the files, in order. */
const pagesOf = (files: readonly ReceiptFile[]) =>
  files.flatMap((file) => Array.from({ length: file.pages }, (_, index) => ({ file, page: index + 1 })))

/** The pages of a receipt's files, one at a time; the one with the focused mark comes up by itself. */
export function Pages({ receipt, marks, focused, pages = [], onText }: PagesProps) {
  const t = useTranslations('check.picture')
  const shown = useMemo(() => pagesOf(receipt.files), [receipt.files])
  const [at, setAt] = useState(0)
  const mark = marks.find(({ key }) => key === focused)
  const [markedFile, markedPage] = [mark?.fileId, mark?.page]
  useEffect(() => {
    const index = shown.findIndex(({ file, page }) => file.id === markedFile && page === markedPage)
    if (index >= 0) setAt(index)
  }, [shown, markedFile, markedPage])

  const here = shown[at] ?? shown[0]
  if (!here) {
    return (
      <div className={styles.none}>
        <IconPencil size={36} stroke={1.4} aria-hidden />
        <p>{t('byHand')}</p>
      </div>
    )
  }
  const { file, page } = here
  return (
    <>
      <Picture
        key={`${file.id} ${page}`}
        address={receiptAddress(receipt.id, file, page)}
        file={file}
        page={page}
        marks={marks}
        focused={focused}
        lines={pages.find((text) => text.fileId === file.id && text.page === page)?.lines ?? []}
        onText={onText}
        onTurn={(by) => setAt(Math.min(shown.length - 1, Math.max(0, at + by)))}
        alt={t('alt')}
      />
      {shown.length > 1 && (
        <div className={styles.pages}>
          <ActionIcon
            variant="transparent"
            size={44}
            aria-label={t('page', { page: String(at), pages: String(shown.length) })}
            disabled={at === 0}
            onClick={() => setAt(at - 1)}
          >
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          {t('page', { page: String(at + 1), pages: String(shown.length) })}
          <ActionIcon
            variant="transparent"
            size={44}
            aria-label={t('page', { page: String(at + 2), pages: String(shown.length) })}
            disabled={at === shown.length - 1}
            onClick={() => setAt(at + 1)}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  )
}
