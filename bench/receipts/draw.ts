import { createRandom, seedOf } from '../random.ts'
import { asPhoneWould } from './damage/phone.ts'
import { inventPurchase } from './invent/purchase.ts'
import type { Context, Kind } from './kind.ts'
import { labels } from './labels.ts'
import { documentOf } from './paper/document.ts'
import { pictureOf } from './paper/picture.ts'
import { createSheet, type Sheet } from './paper/sheet.ts'
import { createTypesetter, type Typesetter } from './paper/typesetter.ts'
import type { Purchase } from './purchase.ts'
import { chooseStyle } from './style.ts'

export interface Drawn {
  purchase: Purchase
  shown: Context['shown']
  sheet: Sheet
  typesetter: Typesetter
  seed: number
}

export type Damage = 'none' | 'phone'

/** A receipt, written on its paper; the same kind and number give the same receipt. */
export async function drawReceipt(kind: Kind, number: number): Promise<Drawn> {
  const seed = seedOf(`${kind.name} ${number}`)
  const random = createRandom(seed)
  const purchase = inventPurchase(kind, random)
  const typesetter = await createTypesetter(
    purchase.language === 'zh' ? JSON.stringify([purchase, labels, '年月日']) : '',
  )
  const sheet = createSheet(random.pick(kind.looks), typesetter)
  const style = chooseStyle(purchase.language, purchase.currency, random)
  const shown: Context['shown'] = { quantity: 'always', unitPrice: true }
  for (const block of kind.layout) block({ purchase, style, sheet, random, shown })
  return { purchase, shown, sheet, typesetter, seed }
}

/** As a file: a photograph where it is damaged, else a scan. What is sent as a file stays one where it has pages. */
export async function fileOf(
  drawn: Drawn,
  damage: Damage,
): Promise<{ ending: 'jpg' | 'png' | 'pdf'; content: Buffer }> {
  const { sheet, typesetter, seed } = drawn
  if (sheet.look.isFile && (damage === 'none' || sheet.pages > 1))
    return { ending: 'pdf', content: await documentOf(sheet) }
  const flat = await pictureOf(sheet, typesetter, seed)
  if (damage === 'none') return { ending: 'png', content: flat }
  return { ending: 'jpg', content: await asPhoneWould(flat, seed) }
}
