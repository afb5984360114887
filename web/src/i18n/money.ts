import type { Language } from './languages.ts'

const NBSP = '\u00a0'

/** Digits in groups of three: 1234567 is 1,234,567. */
export const grouped = (whole: number) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/** The amount alone, with two decimals: -125050 sen is -1,250.50. */
export function amount(sen: number): string {
  const absolute = Math.abs(sen)
  const whole = Math.trunc(absolute / 100)
  return `${sen < 0 ? '-' : ''}${grouped(whole)}.${String(absolute % 100).padStart(2, '0')}`
}

/** `RM 1,870` in English, `RM1,870` in Malay, as each is written; never broken over two lines. */
const withCurrency = (text: string, language: Language, currency: string) => {
  const symbol = currency === 'MYR' ? 'RM' : currency
  const gap = language === 'ms' && symbol === 'RM' ? '' : NBSP
  return text.startsWith('-') ? `-${symbol}${gap}${text.slice(1)}` : `${symbol}${gap}${text}`
}

/** As `shortMoney`, beside an amount that names the currency: 2,500, but 522.10. */
export const bareMoney = (sen: number) => (sen % 100 === 0 ? amount(sen).slice(0, -3) : amount(sen))

/** With sen, as on a receipt: RM 89.90. Without a currency where it is not known (null). */
export const exactMoney = (sen: number, language: Language, currency: string | null = 'MYR') =>
  currency === null ? amount(sen) : withCurrency(amount(sen), language, currency)

/** Without sen where there are none, as for limits: RM 2,500, but RM 522.10. */
export const shortMoney = (sen: number, language: Language) => withCurrency(bareMoney(sen), language, 'MYR')

/** To the whole ringgit, for what is only estimated: RM 803. */
export const aboutMoney = (sen: number, language: Language) =>
  withCurrency(grouped(Math.round(Math.abs(sen) / 100)), language, 'MYR')

/** As typed into a field: 1234.50, without groups. */
export const toTyped = (sen: number | null) => (sen === null ? '' : amount(sen).replaceAll(',', ''))

/**
 * An amount as a person types it, in sen: `12.50`, `RM 1,234.5`, `1234`, and with a decimal comma `42,50`. Undefined
 * where it is none or could mean two things (`1,23,456`).
 */
export function toSen(text: string): number | undefined {
  const match = /^(-?)\s*(?:RM|[A-Z]{3})?\s*(-?)(\d[\d., ]*)$/i.exec(text.trim())
  if (!match) return undefined
  const [, before, after, digits = ''] = match
  const plain = plainDigits(digits.replaceAll(' ', ''))
  if (plain === undefined) return undefined
  const [whole = '', part = ''] = plain.split('.')
  if (whole.length > 10) return undefined
  const sen = Number(whole) * 100 + Number(part.padEnd(2, '0') || '0')
  return before || after ? -sen : sen
}

function plainDigits(digits: string): string | undefined {
  // Groups of three by commas, with a decimal point or none.
  if (/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(digits)) return digits.replaceAll(',', '')
  if (/^\d+(\.\d{1,2})?$/.test(digits)) return digits
  // One comma with one or two digits behind it can only be a decimal comma.
  if (/^\d+,\d{1,2}$/.test(digits)) return digits.replace(',', '.')
  // 1.234,50
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  return undefined
}
