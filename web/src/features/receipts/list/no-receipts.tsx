import { IconReceiptOff, IconSearch } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from '../../../i18n/index.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'

/** An empty list says why, and the way out. */
export function NoReceipts() {
  const t = useTranslations('receipts')
  const {
    trash,
    view: _view,
    year: _year,
    search: _search,
    ...filters
  } = useSearch({ from: '/app/receipts' })
  if (Object.keys(filters).length > 0) {
    return (
      <EmptyState
        icon={<IconSearch size={26} stroke={1.6} aria-hidden />}
        title={t('nothingFound.title')}
        text={t('nothingFound.text')}
        action={
          <LinkButton to="/app/receipts" search={trash ? { trash } : {}} look="tonal">
            {t('nothingFound.action')}
          </LinkButton>
        }
      />
    )
  }
  if (trash) return <EmptyState title={t('trashEmpty.title')} text={t('trashEmpty.text')} />
  return (
    <EmptyState
      icon={<IconReceiptOff size={26} stroke={1.6} aria-hidden />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <LinkButton to="/app/snap" look="tonal">
          {t('empty.action')}
        </LinkButton>
      }
    />
  )
}
