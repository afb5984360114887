import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { taxYearsQuery } from '../api/queries.ts'
import { useTranslations } from '../i18n/index.ts'
import { useYear } from '../ui/use-year.ts'
import styles from './year-switch.module.css'

/** Chooses the year of assessment of every screen; it stays in the address. */
export function YearSwitch() {
  const t = useTranslations('common')
  const year = useYear()
  const navigate = useNavigate()
  const { data: taxYears = [] } = useQuery(taxYearsQuery)
  const years = [...new Set([...taxYears.map((known) => known.year), year])].sort((a, b) => b - a)
  return (
    <Menu position="bottom-start" radius="md" shadow="md" width={180}>
      <Menu.Target>
        <UnstyledButton className={styles.target} aria-label={`${t('year')}: ${year}`}>
          {year} <IconChevronDown size={18} stroke={2} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('year')}</Menu.Label>
        {years.map((one) => (
          <Menu.Item
            key={one}
            rightSection={one === year && <IconCheck size={16} aria-hidden />}
            onClick={() => void navigate({ to: '.', search: (search) => ({ ...search, year: one }) })}
          >
            {one}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
