import { thisYear } from '../../i18n/day.ts'

/** One press of an arrow key, in sen. */
export const STEP = 50_00
const FIRST = 500_00

/** What is asked first: RM 500, or what is left. */
export const firstStep = (leftSen: number) => Math.min(FIRST, leftSen)

/** Whether more can still be spent in the year. */
export const isYearOpen = (year: number) => year >= thisYear()

/** The nearest whole step, or the end: what is left, to the sen. */
export function snapped(sen: number, leftSen: number): number {
  const step = Math.min(Math.round(sen / STEP) * STEP, leftSen)
  return leftSen - sen <= Math.abs(step - sen) ? leftSen : step
}

/** Where a key leads from an amount; undefined for a key that means nothing here. */
export function afterKey(key: string, sen: number, leftSen: number): number | undefined {
  const up = (by: number) => Math.min(leftSen, (Math.floor(sen / STEP) + by) * STEP)
  const down = (by: number) => Math.max(0, (Math.ceil(sen / STEP) - by) * STEP)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return up(1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return down(1)
    case 'PageUp':
      return up(10)
    case 'PageDown':
      return down(10)
    case 'Home':
      return 0
    case 'End':
      return leftSen
    default:
      return undefined
  }
}
