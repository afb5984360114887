import type { Block } from '../kind.ts'

/** From the subtotal to the total; lines that are nought are left out, as most shops do. */
export const totals =
  ({ scale = 1.2 } = {}): Block =>
  ({ purchase: { sums }, style, sheet, random }) => {
    const { subtotalSen, extras, serviceSen, taxSen, taxPercent, isTaxIncluded, roundingSen, totalSen } = sums
    const hasMore =
      extras.length > 0 || serviceSen > 0 || roundingSen !== 0 || (taxSen !== null && !isTaxIncluded)
    if (hasMore || random.chance(0.4)) sheet.pair(style.label('subtotal'), style.amount(subtotalSen))
    for (const { label, sen } of extras) sheet.pair(style.label(label), style.amount(sen))
    if (serviceSen > 0) sheet.pair(`${style.label('service')} 10%`, style.amount(serviceSen))
    if (taxSen !== null && !isTaxIncluded) {
      sheet.pair(`${style.label('tax')} ${random.pick(['', '@ '])}${taxPercent}%`, style.amount(taxSen))
    }
    if (roundingSen !== 0) sheet.pair(style.label('rounding'), style.amount(roundingSen))
    sheet.pair(style.label('total'), style.marked(totalSen), { scale, isBold: true })
    if (taxSen !== null && isTaxIncluded) {
      sheet.pair(`${style.label('taxIncluded')} ${taxPercent}%`, style.amount(taxSen))
    }
  }

/** How it was paid: what was given, and the change. */
export const paid =
  (): Block =>
  ({ purchase: { payment, sums }, style, sheet, random }) => {
    sheet.pair(style.label(payment.method), style.amount(payment.tenderedSen))
    if (payment.method === 'cash') {
      sheet.pair(style.label('change'), style.amount(payment.tenderedSen - sums.totalSen))
    } else if (payment.method === 'card') {
      sheet.left(`XXXX XXXX XXXX ${random.int(1000, 9999)}  APPR ${random.int(100_000, 999_999)}`, {
        scale: 0.9,
      })
    }
  }
