import { withoutExponent } from './decimal.ts'
import { append, type Element, newElement } from './element.ts'
import { LIMITS } from './limits.ts'
import { INVOICE } from './namespaces.ts'
import { damaged, notAnInvoice } from './refusals.ts'

export type JsonObject = { [name: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Parses JSON and keeps its numbers as they are written, as texts: 1436.50 never becomes a float.
 * @throws UnusableFileError when it is malformed or beyond a limit, which is checked before anything is parsed
 */
export function parseJson(text: string): unknown {
  checkLimits(text)
  try {
    return JSON.parse(text, (_name, value, context?: { source: string }) =>
      typeof value === 'number' && context ? withoutExponent(context.source) : value,
    )
  } catch {
    // The parser's own message quotes the document.
    throw notAnInvoice('The JSON is not well-formed.')
  }
}

/** Scans the text once, up to the first limit it exceeds. Whether it is JSON at all is left to the parser. */
function checkLimits(text: string): void {
  let [depth, keys, values] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const start = at
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
      if (at - start - 1 > LIMITS.nameLength && isKey(text, at + 1)) {
        throw damaged('The JSON has a name too long for an e-invoice.')
      }
    } else if (character === '[' || character === '{') {
      depth++
      values++
    } else if (character === ']' || character === '}') depth--
    else if (character === ',') values++
    else if (character === ':') keys++
    // An element is an object within an array.
    if (depth > 2 * LIMITS.depth) throw notAnInvoice('The JSON is nested too deeply for an e-invoice.')
    if (keys > LIMITS.jsonKeys) throw damaged('The JSON has too many names for an e-invoice.')
    if (values > LIMITS.jsonValues) throw damaged('The JSON has too many values for an e-invoice.')
  }
}

/** Whether the string that ends just before `at` is the name of a member: a colon follows. */
function isKey(text: string, at: number): boolean {
  let next = at
  while (' \t\r\n'.includes(text[next] ?? '-')) next++
  return text[next] === ':'
}

/**
 * The Invoice of a document in UBL's JSON syntax, where each value is an array of `{ "_": value, attribute: "..." }`.
 * @throws UnusableFileError
 */
export function toInvoice(document: JsonObject): Element {
  const invoices = document.Invoice
  const isUbl = document._D === undefined || document._D === INVOICE
  if (!isUbl || !Array.isArray(invoices) || invoices.length === 0) {
    throw notAnInvoice('This JSON file is not a MyInvois e-invoice: it contains no UBL Invoice.')
  }
  if (invoices.length > 1) throw damaged('The file contains several e-invoices. Upload each on its own.')
  const [invoice] = invoices
  if (!isObject(invoice)) throw damaged('The Invoice of the JSON file is not an object.')
  return toElement(invoice, { elements: LIMITS.elements, attributes: LIMITS.attributes })
}

/** @param left how many elements and attributes the rest of the document may still have */
function toElement(object: JsonObject, left: { elements: number; attributes: number }): Element {
  if (left.elements-- === 0) throw damaged('The JSON has too many elements for an e-invoice.')
  const element = newElement()
  let attributes = 0
  for (const [name, value] of Object.entries(object)) {
    if (name === '_') element.text = String(value).slice(0, LIMITS.textLength)
    else if (typeof value === 'string') {
      if (++attributes > LIMITS.attributesOfOne || left.attributes-- === 0) {
        throw damaged('The JSON has too many attributes for an e-invoice.')
      }
      element.attributes[name] = value.slice(0, LIMITS.textLength)
    } else
      for (const child of [value].flat()) if (isObject(child)) append(element, name, toElement(child, left))
  }
  return element
}
