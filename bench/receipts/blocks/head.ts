import type { Block } from '../kind.ts'
import type { LabelName } from '../labels.ts'
import type { Shop } from '../purchase.ts'

/** Path data in a square of 100. */
const EMBLEMS = [
  'M50 5A45 45 0 1 0 50 95A45 45 0 1 0 50 5ZM50 20A30 30 0 1 1 50 80A30 30 0 1 1 50 20ZM42 35h16v30h-16z',
  'M50 4L96 50L50 96L4 50ZM50 24L76 50L50 76L24 50Z',
  'M10 90L50 10L90 90ZM50 42L68 78L32 78Z',
  'M8 20h84v60h-84zM18 30v40h64v-40zM28 40h44v8h-44zM28 54h30v8h-30z',
  'M40 8h20v32h32v20h-32v32h-20v-32h-32v-20h32z',
  'M50 92C10 60 4 40 14 24C24 10 42 14 50 30C58 14 76 10 86 24C96 40 90 60 50 92Z',
]

const emblem = (shop: Shop) => EMBLEMS[(shop.brand ?? shop.legalName ?? '').length % EMBLEMS.length] ?? ''

/** The shop's names, numbers and address in the middle. */
export const head =
  ({ withEmblem = false, script = false } = {}): Block =>
  ({ purchase: { shop }, sheet, random }) => {
    if (withEmblem && random.chance(0.7)) sheet.emblem(emblem(shop))
    const [first = '', ...others] = [shop.brand, shop.legalName].filter((name) => name !== null)
    sheet.centre(first, {
      scale: random.pick([1, 1.25, 1.5]),
      isBold: true,
      font: script && shop.brand ? 'script' : undefined,
    })
    for (const name of others) sheet.centre(name)
    const numbers = [
      ...(shop.registration
        ? [random.pick([shop.registration, `Reg No: ${shop.registration}`, `Co. Reg: ${shop.registration}`])]
        : []),
      ...(shop.taxNumber ? [`${random.pick(['SST ID', 'SST No', 'SST REG NO'])}: ${shop.taxNumber}`] : []),
    ]
    const place = [...shop.address, `${random.pick(['TEL', 'Tel', 'Tel No'])}: ${shop.phone}`]
    const taxFirst = random.chance(0.3)
    for (const line of taxFirst
      ? [...numbers, ...place]
      : [...numbers.slice(0, 1), ...place, ...numbers.slice(1)])
      sheet.centre(line, { scale: 0.94 })
    sheet.gap()
  }

/** A letterhead: names on the left, as invoices on A4 have them. */
export const letterhead =
  (): Block =>
  ({ purchase: { shop }, sheet, random }) => {
    const [first = '', ...others] = [shop.brand, shop.legalName].filter((name) => name !== null)
    sheet.left(first, { scale: random.pick([1.4, 1.8]), isBold: true })
    const number = shop.registration
      ? ` ${shop.registration.startsWith('(') ? shop.registration : `(${shop.registration})`}`
      : ''
    const [company, ...more] = others
    if (company !== undefined) sheet.left(`${company}${number}`)
    else if (number) sheet.left(number.trim())
    for (const line of [...more, shop.address.join(' '), `Tel: ${shop.phone}`])
      sheet.left(line, { scale: 0.9 })
    if (shop.taxNumber) sheet.left(`SST No: ${shop.taxNumber}`, { scale: 0.9 })
    sheet.rule()
  }

/** What the paper is, such as RESIT RASMI. */
export const title =
  (name: LabelName): Block =>
  ({ style, sheet }) => {
    sheet.centre(style.label(name), { isBold: true, scale: 1.15 })
    sheet.gap(0.3)
  }
