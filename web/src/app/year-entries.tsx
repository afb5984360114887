import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { taxYearsQuery } from '../api/queries.ts'
import { useTranslations } from '../i18n/index.ts'
import { useYear } from '../ui/use-year.ts'

export function YearEntries() {
  const t = useTranslations('common')
  const year = useYear()
  const navigate = useNavigate()
  const { data: taxYears = [] } = useQuery(taxYearsQuery)
  const years = [...new Set([...taxYears.map((known) => known.year), year])].sort((a, b) => b - a)
  return (
    <>
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
    </>
  )
}
