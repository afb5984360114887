import { IconArchive } from '@tabler/icons-react'
import type { Receipt } from '../../../../../server/api-types.ts'
import { dayAt } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './receipt-sheet.module.css'

/** How many years the law wants receipts kept after the year in which the return is filed. */
const YEARS_KEPT = 7
/** How long the trash keeps what nobody must keep, in ms. */
const TRASH_MS = 30 * 86_400_000

/** Until when the receipt must be kept, and why. */
export function Retention({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page.retention')
  const { shortDay } = useFormats()
  const { retainUntil, trashedAt, example } = receipt
  const [title, reason] = example
    ? [t('example'), t('exampleWhy')]
    : retainUntil
      ? [
          t('until', { day: shortDay(retainUntil) }),
          t('why', { year: String(Number(retainUntil.slice(0, 4)) - YEARS_KEPT) }),
        ]
      : [t('notYet'), t('notYetWhy')]
  return (
    <>
      <li className={styles.file}>
        <IconArchive size={24} stroke={1.6} aria-hidden />
        <span className={styles.kept}>
          <b>{title}</b> <span className="soft">{reason}</span>
        </span>
      </li>
      {trashedAt && (
        <li className={styles.kept}>{t('gone', { day: shortDay(goneOn(trashedAt, retainUntil)) })}</li>
      )}
    </>
  )
}

/** The first day on which the trash may remove it for good. */
function goneOn(trashedAt: string, retainUntil: string | null): string {
  const afterTrash = dayAt(new Date(Date.parse(trashedAt) + TRASH_MS).toISOString())
  return retainUntil && retainUntil > afterTrash ? retainUntil : afterTrash
}
