import { Menu } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { reliefsQuery } from '../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { claimableReliefs } from '../../../ui/relief-names.ts'
import { AmountFilter } from './amount-filter.tsx'
import styles from './filter-chips.module.css'
import { type Filters, people, statuses } from './filters.ts'

/** The filters as chips: a chosen one carries its value and a cross. */
export function FilterChips({ year }: { year: number }) {
  const t = useTranslations('receipts')
  const person = useTranslations('check.person')
  const { nameOf } = useFormats()
  const filters = useSearch({ from: '/app/receipts' })
  const navigate = useNavigate()
  const { data: reliefs } = useQuery(reliefsQuery(year))
  const change = (next: Filters) =>
    void navigate({ to: '/app/receipts', search: (before) => withoutEmpty({ ...before, ...next }) })
  const heads = reliefs ? claimableReliefs(reliefs) : []
  const relief = heads.find(({ code }) => code === filters.relief)

  return (
    <fieldset className={styles.chips}>
      <legend className="sr-only">{t('filters.label')}</legend>
      <Chip
        name={t('filters.status')}
        value={filters.status && t(`status.${filters.status}`)}
        onClear={() => change({ status: undefined })}
      >
        {statuses.map((status) => (
          <Menu.Item key={status} onClick={() => change({ status })}>
            {t(`status.${status}`)}
          </Menu.Item>
        ))}
      </Chip>
      <Chip
        name={t('filters.relief')}
        value={filters.relief && (relief ? nameOf(relief.shortName) : filters.relief)}
        onClear={() => change({ relief: undefined })}
      >
        {heads.map(({ code, shortName }) => (
          <Menu.Item key={code} onClick={() => change({ relief: code })}>
            {nameOf(shortName)}
          </Menu.Item>
        ))}
      </Chip>
      <Chip
        name={t('filters.person')}
        value={people.find((one) => one === filters.person) && person(filters.person as 'self')}
        onClear={() => change({ person: undefined })}
      >
        {people.map((one) => (
          <Menu.Item key={one} onClick={() => change({ person: one })}>
            {person(one)}
          </Menu.Item>
        ))}
      </Chip>
      <AmountFilter filters={filters} onChange={change} />
      <Toggle
        on={filters.certificate === 'missing'}
        onToggle={(on) => change({ certificate: on ? 'missing' : undefined })}
      >
        {t('filters.certificate')}
      </Toggle>
      <Toggle on={filters.trash === true} onToggle={(on) => change({ trash: on ? true : undefined })}>
        {t('filters.trash')}
      </Toggle>
    </fieldset>
  )
}

interface ChipProps {
  name: string
  value: string | undefined
  onClear(): void
  children: ReactNode
}

function Chip({ name, value, onClear, children }: ChipProps) {
  const t = useTranslations('receipts.filters')
  if (value) {
    return (
      <button
        type="button"
        className={styles.chip}
        data-on
        onClick={onClear}
        aria-label={t('remove', { name: value })}
      >
        {value} <IconX size={16} stroke={2} aria-hidden />
      </button>
    )
  }
  return (
    <Menu position="bottom-start" radius="md" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.chip}>
          {name} <IconChevronDown size={16} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  )
}

function Toggle({
  on,
  onToggle,
  children,
}: {
  on: boolean
  onToggle(on: boolean): void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className={styles.chip}
      data-on={on || undefined}
      aria-pressed={on}
      onClick={() => onToggle(!on)}
    >
      {children}
      {on && <IconX size={16} stroke={2} aria-hidden />}
    </button>
  )
}

const withoutEmpty = (filters: Filters) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
