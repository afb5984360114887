import type { Random } from '../../random.ts'
import type { Kind } from '../kind.ts'
import type { Language, Shop } from '../purchase.ts'
import * as words from './words.ts'

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.int(0, 9)).join('')

/** Company numbers have 12 digits since October 2019: year, kind (01 to 06), six digits; the old form often follows. */
function registration(random: Random): string {
  const year = random.int(1988, 2025)
  const number = `${year}${random.pick(['01', '03'])}${digits(random, 6)}`
  const old = `${random.int(100000, 1599999)}-${random.pick([...'ADHKMPTUVWX'])}`
  return random.pick([`${number} (${old})`, `${number}(${old})`, number, `(${old})`])
}

/** 16 characters that begin with the state's letter and the year and month of registration. */
const taxNumber = (random: Random) =>
  `${random.pick([...'BJPW'])}${random.int(10, 16)}-18${digits(random, 2)}-${digits(random, 8)}`

function address(random: Random): string[] {
  const unit = random.pick([
    `NO. ${random.int(2, 120)}`,
    `${random.int(2, 98)}`,
    `LOT ${random.int(1, 9)}-${random.int(1, 24)}`,
    `UNIT G-${random.int(1, 30)}`,
    `NO. ${random.int(2, 60)} & ${random.int(61, 90)}`,
    `#0${random.int(1, 5)}-0${random.int(1, 9)}/${random.int(10, 40)}`,
  ])
  const street = `${unit}, ${random.pick(words.STREETS)} ${random.int(1, 12)}/${random.int(1, 30)}`
  return [`${street},`, `${random.pick(words.AREAS)},`, `${random.pick(words.TOWNS)}.`]
}

const phone = (random: Random) =>
  random.pick([
    `03-${digits(random, 4)} ${digits(random, 4)}`,
    `0${random.int(4, 9)}-${digits(random, 7)}`,
    `01${random.int(1, 9)}-${digits(random, 3)} ${digits(random, 4)}`,
    `+603 ${digits(random, 4)} ${digits(random, 4)}`,
  ])

/** Two words of the language; the same two are spelt twice where a Chinese shop has a Latin name too. */
function proper(random: Random, language: Language): { sign: string; spelt: string } {
  if (language === 'zh') {
    const at = random.int(0, words.CHINESE.length - 1)
    return { sign: words.CHINESE[at] ?? '', spelt: words.CHINESE_SPELT[at] ?? '' }
  }
  const [first = '', second = ''] = random.some(language === 'ms' ? words.MALAY : words.ENGLISH, 2)
  const name = random.chance(0.6) ? `${first} ${second}` : first
  return { sign: name, spelt: name }
}

/** An invented shop: of its brand and its company's name both are printed, or only one. */
export function inventShop(
  { names, currency }: Pick<Kind, 'names' | 'currency'>,
  language: Language,
  random: Random,
): Shop {
  const { sign, spelt } = proper(random, language)
  const brand = random.pick(names.signs[language] ?? names.signs.en ?? ['{}']).replace('{}', sign)
  const legalName = random.pick(names.companies).replace('{}', spelt)
  const draw = random.next()
  const prints =
    draw < names.onlyCompany ? 'company' : draw < names.onlyCompany + names.onlySign ? 'sign' : 'both'
  const home =
    currency === 'SGD'
      ? singapore(random)
      : {
          registration: registration(random),
          taxNumber: taxNumber(random),
          address: address(random),
          phone: phone(random),
        }
  const isUnregistered = prints === 'sign' && random.chance(0.5)
  return {
    brand: prints === 'company' ? null : brand,
    legalName: prints === 'sign' ? null : legalName,
    ...home,
    registration: isUnregistered ? null : home.registration,
    taxNumber: random.chance(0.6) ? home.taxNumber : null,
  }
}

const singapore = (random: Random) => {
  const registration = `20${random.int(10, 25)}${digits(random, 5)}K`
  return {
    registration,
    taxNumber: registration,
    address: [random.pick(words.SINGAPORE)],
    phone: `+65 6${digits(random, 3)} ${digits(random, 4)}`,
  }
}

export const inventPerson = (random: Random) =>
  `${random.pick(words.FIRST_NAMES)} ${random.pick(words.LAST_NAMES)}`
