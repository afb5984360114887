import { IconChevronDown } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslations } from '../i18n/index.ts'
import { OnDemandMenu } from '../ui/on-demand-menu.tsx'
import { useYear } from '../ui/use-year.ts'
import styles from './year-switch.module.css'

const YearEntries = lazy(async () => ({ default: (await import('./year-entries.tsx')).YearEntries }))

/** Chooses the year of assessment of every screen; it stays in the address. */
export function YearSwitch() {
  const t = useTranslations('common')
  const year = useYear()
  return (
    <OnDemandMenu
      position="bottom-start"
      width={180}
      button={{
        className: styles.target,
        'aria-label': `${t('year')}: ${year}`,
        children: (
          <>
            {year} <IconChevronDown size={18} stroke={2} aria-hidden />
          </>
        ),
      }}
    >
      <YearEntries />
    </OnDemandMenu>
  )
}
