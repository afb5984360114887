import type { Random } from '../../random.ts'
import type { Good, Kind } from '../kind.ts'
import type { Payment, Purchase, PurchasedItem, Sums } from '../purchase.ts'
import { inventPerson, inventShop } from './shop.ts'

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2023, 0, 1)
const DAYS = (Date.UTC(2026, 10, 30) - FIRST_DAY) / DAY
/** Cash is rounded to 5 sen; many shops round every payment. */
const toFiveSen = (sen: number) => Math.round(sen / 5) * 5
const inPercent = (sen: number, percent: number) => Math.round((sen * percent) / 100)

const weight = (most: number, decimals: number, random: Random) =>
  Number((random.between(0.2, 1) * most).toFixed(decimals))

function itemOf(good: Good, discounts: number, random: Random): PurchasedItem {
  const [description, least, highest, most = 1, decimals] = good
  const fine = random.int(least, highest)
  // Prices end in 0, 5 or 9 sen more often than not.
  const unitPriceSen = random.chance(0.7) ? Math.max(5, toFiveSen(fine)) : fine
  const quantity = decimals ? weight(most, decimals, random) : random.int(1, most)
  const gross = Math.round(unitPriceSen * quantity)
  const discountSen = random.chance(discounts) ? Math.max(5, toFiveSen(gross * random.between(0.05, 0.3))) : 0
  return { description, quantity, unitPriceSen, amountSen: gross - discountSen, discountSen }
}

function taxPercent(kind: Kind, day: string, random: Random): number {
  if (kind.tax?.of === 'sales') return random.pick([5, 10])
  if (kind.tax?.of === 'service' && day >= '2024-03-01') return 8
  return 6
}

function sumsOf(kind: Kind, items: PurchasedItem[], isRounded: boolean, day: string, random: Random): Sums {
  const subtotalSen = items.reduce((sum, item) => sum + item.amountSen, 0)
  const serviceSen = inPercent(subtotalSen, kind.serviceCharge ?? 0)
  const extras = (kind.extras ?? [])
    .filter(({ share }) => random.chance(share))
    .map(({ label, sen: [least, most] }) => ({ label, sen: toFiveSen(random.int(least, most)) }))
  const extraSen = extras.reduce((sum, { sen }) => sum + sen, 0)
  const percent = taxPercent(kind, day, random)
  const isTaxIncluded = kind.tax?.isIncluded ?? false
  const taxed = subtotalSen + serviceSen
  const included = taxed - Math.round((taxed * 100) / (100 + percent))
  const taxSen = kind.tax ? (isTaxIncluded ? included : inPercent(taxed, percent)) : null
  const due = taxed + extraSen + (isTaxIncluded ? 0 : (taxSen ?? 0))
  const totalSen = isRounded ? toFiveSen(due) : due
  return {
    subtotalSen,
    extras,
    serviceSen,
    taxSen,
    taxPercent: percent,
    isTaxIncluded,
    roundingSen: totalSen - due,
    totalSen,
  }
}

/** The next note above, or the exact sum. */
function tendered(totalSen: number, random: Random): number {
  if (random.chance(0.25)) return totalSen
  const note = random.pick([500, 1000, 5000, 10000])
  return Math.ceil(totalSen / note) * note
}

const paymentOf = (method: Payment['method'], totalSen: number, random: Random): Payment => ({
  method,
  tenderedSen: method === 'cash' ? tendered(totalSen, random) : totalSen,
})

function receiptNumber(random: Random): string {
  const running = random.int(1, 999_999)
  return random.pick([
    `${random.pick(['INV', 'R', 'CS', 'A', 'OR', 'KB'])}-${String(running).padStart(6, '0')}`,
    `${random.pick(['A', 'C', 'T'])}${String(running).padStart(7, '0')}`,
    `${String(running).padStart(8, '0')}`,
    `${random.pick(['IV', 'CB', 'SI'])}${random.int(2301, 2612)}/${String(running % 10_000).padStart(4, '0')}`,
    `${random.int(100, 999)}-${random.int(10_000, 99_999)}-${running % 100}`,
  ])
}

/** An invented purchase at a business of this kind, in the years 2023 to 2026. */
export function inventPurchase(kind: Kind, random: Random): Purchase {
  const language = random.pick(kind.languages)
  const day = new Date(FIRST_DAY + random.int(0, DAYS - 1) * DAY).toISOString().slice(0, 10)
  const goods = random.some(kind.goods[language] ?? kind.goods.en ?? [], random.int(...kind.count))
  const items = goods.map((good) => itemOf(good, kind.discounts ?? 0, random))
  const method = random.pick(kind.payments)
  const sums = sumsOf(kind, items, method === 'cash' || random.chance(0.3), day, random)
  return {
    kind: kind.name,
    language,
    shop: inventShop(kind, language, random),
    day,
    time: `${String(random.int(8, 21)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
    number: receiptNumber(random),
    currency: kind.currency ?? 'MYR',
    items,
    sums,
    payment: paymentOf(method, sums.totalSen, random),
    customer: inventPerson(random),
  }
}
