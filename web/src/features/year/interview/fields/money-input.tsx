import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './fields.module.css'

export interface MoneyInputProps {
  label: string
  /** What helps to fill it in. */
  hint?: ReactNode
  value: string
  error?: ReactNode
  onChange(text: string): void
  onFocus?: (() => void) | undefined
}

/** An amount in ringgit, as a person types it. */
export function MoneyInput({ label, hint, value, error, onChange, onFocus }: MoneyInputProps) {
  return (
    <TextInput
      classNames={{ input: styles.input ?? '', label: styles.label ?? '', description: styles.hint ?? '' }}
      label={label}
      description={hint}
      leftSection="RM"
      leftSectionWidth={48}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      error={error}
      onFocus={onFocus}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
