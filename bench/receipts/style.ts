import type { Random } from '../random.ts'
import { type LabelName, labels } from './labels.ts'
import type { Language } from './purchase.ts'

/** How one receipt writes labels, amounts and days: chosen once, kept throughout. */
export interface Style {
  label(name: LabelName): string
  /** An amount as in the columns, such as `1,250.00`. */
  amount(sen: number): string
  /** An amount that carries the currency's mark where this receipt prints one. */
  marked(sen: number): string
  day(iso: string): string
  time(clock: string): string
  /** What stands between a label and its value. */
  colon: string
}

const MONTHS = {
  en: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  ms: ['JAN', 'FEB', 'MAC', 'APR', 'MEI', 'JUN', 'JUL', 'OGOS', 'SEP', 'OKT', 'NOV', 'DIS'],
} as const

const MARKS: Record<string, string[]> = {
  MYR: ['RM', 'RM ', '', ''],
  SGD: ['S$', 'SGD '],
  USD: ['US$', 'USD '],
}

function dayForm(language: Language, random: Random): Style['day'] {
  const months = language === 'ms' ? MONTHS.ms : MONTHS.en
  const form = random.int(0, 9)
  return (iso) => {
    const [y = '', m = '', d = ''] = iso.split('-')
    const month = months[Number(m) - 1] ?? ''
    const titled = `${month.slice(0, 1)}${month.slice(1).toLowerCase()}`
    if (language === 'zh') return form < 5 ? `${y}-${m}-${d}` : `${y}年${Number(m)}月${Number(d)}日`
    return (
      [
        `${d}/${m}/${y}`,
        `${d}/${m}/${y}`,
        `${d}-${m}-${y}`,
        `${d}/${m}/${y.slice(2)}`,
        `${y}-${m}-${d}`,
        `${d} ${titled} ${y}`,
        `${d} ${month} ${y}`,
        `${d}.${m}.${y}`,
        `${d}-${titled}-${y}`,
        `${Number(d)}/${Number(m)}/${y}`,
      ][form] ?? ''
    )
  }
}

function timeForm(random: Random): Style['time'] {
  const form = random.int(0, 3)
  return (clock) => {
    const [hours = 0, minutes = ''] = [Number(clock.slice(0, 2)), clock.slice(3)]
    const twelve = `${String(hours % 12 || 12).padStart(2, '0')}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`
    return (
      [clock, `${clock}:${String((Number(minutes) * 7) % 60).padStart(2, '0')}`, twelve, clock][form] ?? clock
    )
  }
}

export function chooseStyle(language: Language, currency: string, random: Random): Style {
  const wordings = new Map<LabelName, string>()
  const hasThousands = random.chance(0.7)
  const mark = random.pick(MARKS[currency] ?? [`${currency} `])
  const amount = (sen: number) => {
    const plain = (Math.abs(sen) / 100).toFixed(2)
    return `${sen < 0 ? '-' : ''}${hasThousands ? plain.replace(/\B(?=(\d{3})+\.)/g, ',') : plain}`
  }
  return {
    label(name) {
      const known = wordings.get(name)
      if (known !== undefined) return known
      const word = random.pick<string>(labels[name][language])
      wordings.set(name, word)
      return word
    },
    amount,
    marked: (sen) => `${mark}${amount(sen)}`,
    day: dayForm(language, random),
    time: timeForm(random),
    colon: random.pick([': ', ' : ', ' ']),
  }
}
