import { useQuery } from '@tanstack/react-query'
import { taxYearsQuery } from '../api/queries.ts'

/** Whether the law of a year is known; undefined until the server has said so, and for no year. */
export function useIsLawKnown(year: number | null): boolean | undefined {
  const { data: taxYears } = useQuery(taxYearsQuery)
  return year === null ? undefined : taxYears?.some((known) => known.year === year)
}
