/** xsd:decimal below a billion. */
const DECIMAL = /^([+-]?)0*(\d{1,9})(?:\.(\d{1,60}))?$/

/**
 * What programs leave behind that calculate with floats: 59.099999999999994 and 59.1000000000000014 are 59.10. No
 * supplier states five further decimals of nothing but nines or zeros.
 */
const NOISE = /^(?:0{5,}|9{5,})/

/**
 * Parses a decimal amount to sen without floating point. Digits beyond the sen are rounded half away from zero;
 * `isExact` says whether there were none but zeros or the noise of a float. Null if the text is no such amount.
 */
export function toSen(text: string | null): { sen: number; isExact: boolean } | null {
  const [, sign, whole, fraction = ''] = text?.match(DECIMAL) ?? []
  if (whole === undefined) return null
  const beyond = fraction.slice(2)
  const sen = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (beyond >= '5' ? 1 : 0)
  const isExact = !/[1-9]/.test(beyond) || NOISE.test(beyond)
  return { sen: sign === '-' && sen !== 0 ? -sen : sen, isExact }
}

const EXPONENTIAL = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?[eE]([+-]?\d{1,2})$/

/** A number of JSON as xsd:decimal, which has no exponent: 1.5e-7 is 0.00000015. Any other text is returned as it is. */
export function withoutExponent(text: string): string {
  const [, sign, before, after = '', exponent] = text.match(EXPONENTIAL) ?? []
  if (before === undefined) return text
  const places = Number(exponent)
  const digits = `${'0'.repeat(Math.max(0, -places))}${before}${after}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + before.length + places
  const fraction = digits.slice(point)
  return `${sign}${digits.slice(0, point) || '0'}${fraction ? `.${fraction}` : ''}`
}
