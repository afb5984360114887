import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from '../../../../i18n/index.ts'
import styles from './fields.module.css'

interface DayInputProps {
  label: string
  value: string
  error?: ReactNode
  onChange(text: string): void
}

/** A day, as a person types it: the day first. */
export function DayInput({ label, value, error, onChange }: DayInputProps) {
  const t = useTranslations('interview.child')
  return (
    <TextInput
      classNames={{ input: styles.input ?? '', label: styles.label ?? '', description: styles.hint ?? '' }}
      label={label}
      description={t('bornOnHint')}
      autoComplete="off"
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
