export const statusNames = {
  reading: 'being read',
  needs_review: 'to be checked',
  confirmed: 'confirmed',
  unreadable: 'could not be read',
}

export const money = (sen, currency = 'MYR') =>
  new Intl.NumberFormat('en-MY', { style: 'currency', currency }).format(sen / 100)

export const currencyName = (code) => (code === 'MYR' ? 'RM' : code)

export const day = (text) =>
  text
    ? new Date(`${text}T00:00:00`).toLocaleDateString('en-MY', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      })
    : 'no date'

/** A receipt in one line. */
export const inShort = ({ merchant, paidOn, totalSen, currency }) =>
  [merchant ?? 'No name found', day(paidOn), totalSen !== null && money(totalSen, currency)]
    .filter(Boolean)
    .join(' · ')

/** An amount as typed ("12.50", "RM 1,234.5", "SGD 20") in sen; undefined where it is none. */
export function toSen(text) {
  const match = /^(-?)(?:RM|[A-Z]{3})?\s*(-?)(\d[\d,]{0,12})(?:\.(\d{1,2}))?$/i.exec(text.trim())
  if (!match) return undefined
  const [, before, after, whole, part = ''] = match
  const sen = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'))
  return before || after ? -sen : sen
}

export const toAmount = (sen) => (sen === null ? '' : (sen / 100).toFixed(2))
