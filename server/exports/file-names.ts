import type { Language } from '../language.ts'
import { EXTENSIONS } from '../receipts/files/keys.ts'
import { paymentDayOf, type Receipt, ringgitOf } from '../receipts/model.ts'
import type { ReceiptFile } from '../receipts/parts.ts'
import { ringgit } from '../ringgit.ts'
import { words } from './words/index.ts'

/** Linux allows names of 255 bytes. A character may need four of them, and the rest of the name needs some. */
const MAX_CHARACTERS = 48

/** Characters that Windows, macOS or Linux do not allow in a name, and those that are invisible or change the text direction. */
const NOT_IN_NAMES = /[<>:"/\\|?*]|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** A part of a file name that is valid on every system, normalized (NFC) so that equal names are equal. */
function safe(text: string): string {
  const plain = text.normalize('NFC').replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim()
  // Windows drops dots and spaces at the end of a name.
  return [...plain]
    .slice(0, MAX_CHARACTERS)
    .join('')
    .replace(/[. ]+$/, '')
}

/** `2025-03-14 KEDAI BUKU MAJU RM25.00.jpg`: the day of payment, the merchant, the amount in ringgit. */
export function originalName(receipt: Receipt, { role, type }: ReceiptFile, language: Language): string {
  const sen = ringgitOf(receipt)
  const parts = [
    paymentDayOf(receipt) ?? words[language].undated,
    safe(receipt.merchant ?? '') || words[language].unnamed,
    sen === null ? '' : `${sen < 0 ? '-' : ''}RM${ringgit(Math.abs(sen))}`,
    role === 'receipt' ? '' : words[language].roles[role],
  ]
  return `${parts.filter(Boolean).join(' ')}.${EXTENSIONS[type]}`
}

/** Numbers names that were used before: `a.jpg`, `a (2).jpg`. For Windows and macOS, `A` and `a` are the same name. */
export function createNaming() {
  const given = new Set<string>()
  return (name: string): string => {
    const dot = name.lastIndexOf('.')
    let unused = name
    for (let n = 2; given.has(unused.toLowerCase()); n++)
      unused = `${name.slice(0, dot)} (${n})${name.slice(dot)}`
    given.add(unused.toLowerCase())
    return unused
  }
}
