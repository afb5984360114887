import { useSearch } from '@tanstack/react-router'
import { thisYear } from '../i18n/day.ts'

/** The year of assessment that is shown: the one in the address, else this year in Malaysia. */
export function useYear(): number {
  const { year } = useSearch({ from: '__root__' })
  return year ?? thisYear()
}
