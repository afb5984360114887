import { Popover, TextInput } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { toSen, toTyped } from '../../../i18n/money.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './filter-chips.module.css'
import type { Filters } from './filters.ts'

/** From and to, typed as amounts. */
export function AmountFilter({ filters, onChange }: { filters: Filters; onChange(next: Filters): void }) {
  const t = useTranslations('receipts.filters')
  const { shortMoney } = useFormats()
  const [isOpen, setOpen] = useState(false)
  const [from, setFrom] = useState(toTyped(filters.minSen ?? null))
  const [to, setTo] = useState(toTyped(filters.maxSen ?? null))
  const { minSen, maxSen } = filters
  if (minSen !== undefined || maxSen !== undefined) {
    const shown = [minSen, maxSen].map((sen) => (sen === undefined ? '…' : shortMoney(sen))).join(' – ')
    return (
      <button
        type="button"
        className={styles.chip}
        data-on
        aria-label={t('remove', { name: t('amount') })}
        onClick={() => onChange({ minSen: undefined, maxSen: undefined })}
      >
        {shown} <IconX size={16} stroke={2} aria-hidden />
      </button>
    )
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" radius="md" shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className={styles.chip} onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('amount')} <IconChevronDown size={16} stroke={2} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.amounts}
          onSubmit={(event) => {
            event.preventDefault()
            setOpen(false)
            onChange({ minSen: toSen(from), maxSen: toSen(to) })
          }}
        >
          <TextInput
            label={t('from')}
            inputMode="decimal"
            value={from}
            onChange={(e) => setFrom(e.currentTarget.value)}
          />
          <TextInput
            label={t('to')}
            inputMode="decimal"
            value={to}
            onChange={(e) => setTo(e.currentTarget.value)}
          />
          <Button type="submit" height={44}>
            {t('apply')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
