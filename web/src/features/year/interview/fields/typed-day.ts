import { shortDay } from '../../../../i18n/day.ts'
import { currentLanguage } from '../../../../i18n/language.ts'

/** A day as it stands in a field: as the person would type it, in the language of the screen. `toDay` reads both. */
export const typedDay = (day: string) => shortDay(day, currentLanguage())
