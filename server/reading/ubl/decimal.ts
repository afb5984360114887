/** xsd:decimal below a billion. */
const DECIMAL = /^([+-]?)0*(\d{1,9})(?:\.(\d{1,20}))?$/

/**
 * Parses a decimal amount to sen without floating point. Digits beyond the sen are rounded half away from zero;
 * `isExact` says whether there were none but zeros. Null if the text is no such amount.
 */
export function toSen(text: string | null): { sen: number; isExact: boolean } | null {
  const [, sign, whole, fraction = ''] = text?.match(DECIMAL) ?? []
  if (whole === undefined) return null
  const beyond = fraction.slice(2)
  const sen = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (beyond >= '5' ? 1 : 0)
  return { sen: sign === '-' && sen !== 0 ? -sen : sen, isExact: !/[1-9]/.test(beyond) }
}
