import { IconLayoutGrid, IconList } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from '../../../i18n/index.ts'
import styles from './view-switch.module.css'

const VIEWS = [
  { view: 'rows', Icon: IconList },
  { view: 'tiles', Icon: IconLayoutGrid },
] as const

/** Rows or tiles. */
export function ViewSwitch({ view }: { view: 'rows' | 'tiles' }) {
  const t = useTranslations('receipts.view')
  const navigate = useNavigate()
  const show = (chosen: 'rows' | 'tiles') =>
    void navigate({
      to: '/app/receipts',
      search: ({ view: _, ...rest }) => (chosen === 'tiles' ? { ...rest, view: chosen } : rest),
      replace: true,
    })
  return (
    <fieldset className={styles.switch}>
      <legend className="sr-only">{t('label')}</legend>
      {VIEWS.map(({ view: one, Icon }) => (
        <button
          key={one}
          type="button"
          className={styles.view}
          aria-label={t(one)}
          aria-pressed={view === one}
          onClick={() => show(one)}
        >
          <Icon size={20} stroke={1.7} aria-hidden />
        </button>
      ))}
    </fieldset>
  )
}
