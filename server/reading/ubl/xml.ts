import { setImmediate as othersTurn } from 'node:timers/promises'
import sax, { type QualifiedTag } from 'sax'
import { append, type Element, newElement } from './element.ts'
import { MAX_DEPTH, MAX_ELEMENTS, MAX_TEXT } from './limits.ts'
import { AGGREGATES, BASICS, INVOICE } from './namespaces.ts'
import { damaged, notAnInvoice } from './refusals.ts'

/** Characters parsed before others have their turn; some 10 ms of work. */
const SLICE = 32_768

const KEPT = new Set([INVOICE, AGGREGATES, BASICS])

/**
 * The Invoice of an XML document. Elements are known by their namespaces, whatever their prefixes; those of others, a
 * signature for example, are passed over. Nothing a DOCTYPE could declare is ever expanded: it is refused.
 * Rejects with UnusableFileError.
 */
export async function parseXml(text: string): Promise<Element> {
  const document = newElement()
  /** The elements that are open; null for those passed over. */
  const open: (Element | null)[] = [document]
  let elements = 0
  const broken = (message: string) => {
    const isInvoice = document.children.size > 0
    throw isInvoice ? damaged(message) : notAnInvoice('This XML file is no e-invoice of MyInvois.')
  }
  const options = { xmlns: true, position: false, strictEntities: true }
  const parser = sax.parser(true, options)
  // The parser's own words quote the document.
  parser.onerror = () => broken('The XML of the e-invoice is not well-formed.')
  parser.ondoctype = () => broken('The XML has a DOCTYPE, which an e-invoice must not have.')
  parser.onopentag = (tag) => {
    if (++elements > MAX_ELEMENTS) broken('The XML has too many elements for an e-invoice.')
    if (open.length > MAX_DEPTH) broken('The XML is nested too deeply for an e-invoice.')
    const { local, uri, attributes } = tag as QualifiedTag
    if (open.length === 1 && (local !== 'Invoice' || uri !== INVOICE)) {
      throw notAnInvoice('This XML file is no e-invoice of MyInvois: its root is no UBL Invoice.')
    }
    const parent = open.at(-1)
    const element = parent && KEPT.has(uri) ? newElement(unqualified(attributes)) : null
    if (parent && element) append(parent, local, element)
    open.push(element)
  }
  const onText = (part: string) => {
    const element = open.at(-1)
    if (element && element.text.length < MAX_TEXT) element.text += part.slice(0, MAX_TEXT)
  }
  parser.ontext = onText
  parser.oncdata = onText
  parser.onclosetag = () => void open.pop()
  for (let at = 0; at < text.length; at += SLICE) {
    parser.write(text.slice(at, at + SLICE))
    await othersTurn()
  }
  parser.close()
  const [invoice] = document.children.get('Invoice') ?? []
  return invoice ?? broken('')
}

const unqualified = (attributes: QualifiedTag['attributes']) =>
  Object.fromEntries(
    Object.values(attributes)
      .filter(({ prefix }) => prefix === '')
      .map(({ local, value }) => [local, value]),
  )
