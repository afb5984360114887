import type { Label } from './labels.ts'
import type { Money } from './money.ts'

// Sums are formed of the first amounts of each label only, so that hostile input costs no more than a long receipt.
const MOST = 12

const pairs = (a: Set<number>, b: Set<number>, sum: (x: number, y: number) => number) =>
  new Set([...a].slice(0, MOST).flatMap((x) => [...b].slice(0, MOST).map((y) => sum(x, y))))

const onlyFiveSen = (...sums: Set<number>[]) =>
  new Set(sums.flatMap((sum) => [...sum].filter((sen) => sen % 5 === 0)))

export type TotalProofs = ReturnType<typeof proofsOf>

/** Sums that hold for the right total if the receipt shows the cash, the tax, the rounding or who pays which part. */
export function proofsOf(all: Money[]) {
  const of = (...labels: Label[]) =>
    new Set(all.filter((m) => labels.includes(m.label) && !m.inSummary).map((m) => m.sen))
  const [cash, change] = [of('cash', 'card'), of('change')]
  const [tax, service, rounding] = [of('tax'), of('service'), of('rounding')]
  const [before, sub] = [of('before', 'subtotal'), of('subtotal', 'total', 'inclusive', 'payable')]
  const positive = (values: Set<number>) => new Set([...values].filter((sen) => sen > 0))
  const nonZero = new Set([...rounding].filter((sen) => sen !== 0 && Math.abs(sen) <= 4))
  const covered = new Set([...of('covered')].map(Math.abs).filter((sen) => sen > 0))
  return {
    cashLessChange: pairs(cash, change, (x, y) => x - Math.abs(y)),
    paidExactly: change.size === 0 || change.has(0) ? cash : new Set<number>(),
    withTax: pairs(before, positive(tax), (x, y) => x + y),
    withService: pairs(before, positive(service), (x, y) => x + y),
    // Cash is rounded to 5 sen. Whatever the sign that was read, only one of two amounts is.
    afterRounding: onlyFiveSen(
      pairs(sub, nonZero, (x, y) => x + y),
      pairs(sub, nonZero, (x, y) => x - y),
    ),
    beforeRounding: sub,
    roundings: nonZero,
    afterCover: pairs(sub, covered, (x, y) => x - y),
    covers: covered,
    afterDiscount: pairs(sub, of('discount'), (x, y) => x - Math.abs(y)),
    discounts: new Set([...of('discount')].map(Math.abs).filter((sen) => sen > 0)),
    // An unpaid balance of the bill before is on that bill, which is a paper of its own.
    withArrears: pairs(positive(of('payable')), positive(of('balance')), (x, y) => x + y),
    paid: of('cash', 'card', 'payable', 'inclusive', 'rounded'),
    parts: partsOf(all),
  }
}

/** A total that is paid in two parts: one before, as a deposit, and one after. */
export interface Parts {
  whole: number
  /** What was paid with this paper, and what with another one. */
  paid: number
  other: number
  /** Whether the paper shows a payment of just this part. */
  isCertain: boolean
}

/** A deposit and a balance that add up to the total. A deposit on a list of items is an item like any other. */
function partsOf(all: Money[]): Parts | null {
  const open = all.filter((m) => !m.inSummary && m.sen !== 0)
  const wholes = new Set(
    open
      .filter((m) => ['total', 'inclusive', 'subtotal', 'payable', 'before'].includes(m.label))
      .map((m) => m.sen),
  )
  const firsts = open.filter((m) => m.label === 'deposit' || m.label === 'card' || m.label === 'cash')
  const rests = open.filter((m) => ['change', 'balance', 'payable', 'total', 'rounded'].includes(m.label))
  for (const first of firsts.slice(0, MOST)) {
    for (const rest of rests.slice(0, MOST)) {
      const [a, b] = [Math.abs(first.sen), rest.sen]
      if (b <= 0 || !wholes.has(a + b) || (first.label !== 'deposit' && !isOwed(rest))) continue
      return whichPart(open, first, rest)
    }
  }
  return null
}

const OWED = /\b(?:DUE|OUTSTANDING|OWING|OWED|UNPAID|BALANCE|BAKI|TERTUNGGAK)\b/
const isOwed = ({ row }: Money) => OWED.test(row.words)

function whichPart(all: Money[], first: Money, rest: Money): Parts {
  const [a, b] = [Math.abs(first.sen), rest.sen]
  const whole = a + b
  const payments = all.filter((m) => (m.label === 'cash' || m.label === 'card') && m !== first)
  const changes = all.filter((m) => m.label === 'change' && m !== rest).map((m) => Math.abs(m.sen))
  const isPaid = (sen: number) =>
    payments.some((m) => m.sen === sen || changes.some((change) => m.sen - change === sen))
  if (isPaid(b)) return { whole, paid: b, other: a, isCertain: true }
  if (isPaid(a) || first.label !== 'deposit') return { whole, paid: a, other: b, isCertain: isPaid(a) }
  // A deposit that is taken off was paid before. One that leaves something owed is paid with this paper.
  const isTakenOff = first.sen < 0 || /\b(?:LESS|TOLAK|MINUS)\b/.test(first.row.words)
  return isTakenOff
    ? { whole, paid: b, other: a, isCertain: false }
    : { whole, paid: a, other: b, isCertain: false }
}
