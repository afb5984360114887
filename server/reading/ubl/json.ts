import { append, type Element, newElement } from './element.ts'
import { MAX_DEPTH, MAX_ELEMENTS, MAX_TEXT } from './limits.ts'
import { INVOICE } from './namespaces.ts'
import { damaged, notAnInvoice } from './refusals.ts'

export type JsonObject = { [name: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON with its numbers as they are written: 1436.50 is no float here. Throws UnusableFileError. */
export function parseJson(text: string): unknown {
  const { depth, marks } = measure(text)
  if (depth > 2 * MAX_DEPTH) throw notAnInvoice('The JSON is nested too deeply for an e-invoice.')
  // Parsed, so many values would keep everybody else waiting.
  if (marks > 2 * MAX_ELEMENTS) throw tooMany()
  try {
    return JSON.parse(text, (_name, value, context?: { source: string }) =>
      typeof value === 'number' && context ? context.source : value,
    )
  } catch {
    // The parser's own words quote the document.
    throw notAnInvoice('The JSON is not well-formed.')
  }
}

/**
 * How deep its brackets go, which count twice as deep as elements: each is an array of objects; and how many brackets
 * and commas there are. Measured no further than is too deep.
 */
function measure(text: string): { depth: number; marks: number } {
  let [depth, deepest, marks] = [0, 0, 0]
  let isString = false
  for (let at = 0; at < text.length && deepest <= 2 * MAX_DEPTH; at++) {
    const character = text[at]
    if (character === '"') isString = !isString
    else if (isString) at += character === '\\' ? 1 : 0
    else if (character === '[' || character === '{') {
      deepest = Math.max(deepest, ++depth)
      marks++
    } else if (character === ']' || character === '}') depth--
    else if (character === ',') marks++
  }
  return { depth: deepest, marks }
}

const tooMany = () => damaged('The JSON has too many elements for an e-invoice.')

/** The Invoice of UBL's JSON, where each value is an array of `{ "_": value, attribute: "..." }`. */
export function toInvoice(document: JsonObject): Element {
  const invoices = document.Invoice
  const isUbl = document._D === undefined || document._D === INVOICE
  if (!isUbl || !Array.isArray(invoices) || invoices.length === 0) {
    throw notAnInvoice('This JSON file is no e-invoice of MyInvois: it holds no UBL Invoice.')
  }
  if (invoices.length > 1) throw damaged('The file holds several e-invoices. Upload each on its own.')
  const [invoice] = invoices
  if (!isObject(invoice)) throw damaged('The Invoice of the JSON file is no object.')
  return toElement(invoice, { left: MAX_ELEMENTS })
}

function toElement(object: JsonObject, elements: { left: number }): Element {
  if (elements.left-- === 0) throw tooMany()
  const element = newElement()
  for (const [name, value] of Object.entries(object)) {
    if (name === '_') element.text = String(value).slice(0, MAX_TEXT)
    else if (typeof value === 'string') element.attributes[name] = value.slice(0, MAX_TEXT)
    else
      for (const child of [value].flat())
        if (isObject(child)) append(element, name, toElement(child, elements))
  }
  return element
}
