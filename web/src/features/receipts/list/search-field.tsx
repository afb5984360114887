import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from '../../../i18n/index.ts'
import styles from './search-field.module.css'

/** Milliseconds without a key before the list follows. */
const PAUSE = 250

/** Searches as one types; the address follows, so Back and reload keep what was found. */
export function SearchField() {
  const t = useTranslations('receipts')
  const navigate = useNavigate()
  const { text = '', search } = useSearch({ from: '/app/receipts' })
  const [typed, setTyped] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  const apply = (value: string) =>
    void navigate({
      to: '/app/receipts',
      search: ({ text: _, ...rest }) => (value.trim() ? { ...rest, text: value.trim() } : rest),
      replace: true,
    })
  const applySoon = useDebouncedCallback(apply, PAUSE)
  useEffect(() => {
    if (!search) return
    input.current?.focus()
    void navigate({ to: '/app/receipts', search: ({ search: _, ...rest }) => rest, replace: true })
  }, [search, navigate])
  return (
    <TextInput
      ref={input}
      type="search"
      classNames={{ input: styles.input ?? '' }}
      aria-label={t('searchLabel')}
      placeholder={t('search')}
      leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton
            aria-label={t('clear')}
            onClick={() => {
              setTyped('')
              apply('')
              input.current?.focus()
            }}
          />
        )
      }
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        applySoon(currentTarget.value)
      }}
    />
  )
}
