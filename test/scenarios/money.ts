import { z } from 'zod'

/** An amount in ringgit as people write it (12,345.60), as sen. */
export const money = z.union([z.string(), z.number()]).transform((value, context) => {
  const [, sign, ringgit = '', cents = ''] =
    /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(String(value)) ?? []
  if (!ringgit) {
    context.issues.push({
      code: 'custom',
      input: value,
      message: 'not an amount in ringgit, such as 12,345.60',
    })
    return z.NEVER
  }
  const sen = Number(ringgit.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'))
  return sign ? -sen : sen
})

/** Sen as ringgit, the way a scenario writes it. */
export const toRinggit = (sen: number) =>
  (sen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
