/** Sen as ringgit with two decimals and no separators, computed exactly: -1250 is -12.50. */
export function ringgit(sen: number): string {
  const digits = String(Math.abs(sen)).padStart(3, '0')
  return `${sen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The same with thousands separators: -125000 is -1,250.00. */
export const groupedRinggit = (sen: number) => ringgit(sen).replace(/\B(?=(\d{3})+\.)/g, ',')
