import { billingDays, settledBalance, sumAssured } from '../blocks/bill.ts'
import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInLines, itemsInTable } from '../blocks/items.ts'
import { nextPage, notices } from '../blocks/pages.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { broadbandBill } from './broadband-bill.ts'
import { electricityBill } from './electricity-bill.ts'
import { hospital } from './hospital.ts'
import { insurer } from './insurer.ts'
import { phoneBill } from './phone-bill.ts'

/** The same business with a document of several pages, sent as a file: the total on another page than the name. */
const inPages = (kind: Kind, name: string, layout: Kind['layout']): Kind => ({
  ...kind,
  name,
  looks: [looks.pdf],
  layout,
})

const billHead = [
  letterhead(),
  title('bill'),
  factsInTable('account', 'number', 'date', 'customer'),
  billingDays(),
]
const billEnd = [settledBalance(), totals({ scale: 1.4 }), foot('computerGenerated')]

export const billsOfManyPages: readonly Kind[] = [
  inPages(electricityBill, 'electricity-pages', [
    ...billHead,
    notices(),
    nextPage(),
    itemsInLines(),
    ...billEnd,
    nextPage(),
    notices(),
  ]),
  inPages(broadbandBill, 'broadband-pages', [...billHead, notices(), nextPage(), itemsInLines(), ...billEnd]),
  inPages(phoneBill, 'phone-pages', [
    ...billHead,
    nextPage(),
    itemsInLines(),
    nextPage(),
    ...billEnd,
    nextPage(),
    notices(),
    nextPage(),
    notices(),
  ]),
  inPages(insurer, 'insurance-pages', [
    letterhead(),
    title('officialReceipt'),
    factsInTable('number', 'date', 'customer', 'policy'),
    sumAssured(),
    notices(),
    nextPage(),
    itemsInLines(),
    totals(),
    paid(),
    nextPage(),
    notices(),
  ]),
  inPages(hospital, 'hospital-pages', [
    letterhead(),
    title('officialReceipt'),
    factsInTable('number', 'date', 'patient'),
    nextPage(),
    itemsInTable(),
    nextPage(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ]),
]
