import sax from 'sax'
import { append, type Element, newElement } from './element.ts'
import { LIMITS } from './limits.ts'
import {
  AGGREGATES,
  BASICS,
  INVOICE,
  type NamespaceScope,
  namespaceOf,
  ROOT_SCOPE,
  splitName,
} from './namespaces.ts'
import { kindOfRoot } from './other-kinds.ts'
import { damaged, notAnInvoice, otherInvoice } from './refusals.ts'

const KEPT = new Set([INVOICE, AGGREGATES, BASICS])

interface OpenElement {
  /** Null when it is skipped: it is not UBL, or stands inside something that is not. */
  element: Element | null
  scope: NamespaceScope
}

/** The start tag being parsed: its attributes arrive one by one before the element opens. */
interface StartTag {
  declared: Map<string, string>
  attributes: Record<string, string>
  count: number
}

/**
 * Parses an XML document and returns its Invoice element. Elements are matched by namespace, whatever their
 * prefixes; those of other namespaces, such as signatures, are skipped. A DOCTYPE is refused, so no entity is
 * ever expanded. Every limit is checked while the text streams through the parser.
 *
 * The parser's own namespace support is off: it collects the attributes of an element in a list, searches the list
 * once per attribute, and reports none before the tag ends.
 * @throws UnusableFileError
 */
export function parseXml(text: string): Element {
  const document = newElement()
  const open: OpenElement[] = [{ element: document, scope: ROOT_SCOPE }]
  let tag: StartTag = { declared: new Map(), attributes: {}, count: 0 }
  let elements = 0
  let attributes = 0

  const refuse = (message: string): never => {
    const isInvoice = document.children.size > 0
    throw isInvoice ? damaged(message) : notAnInvoice('This XML file is not a MyInvois e-invoice.')
  }
  const malformed = () => refuse('The XML of the e-invoice is not well-formed.')
  const checkName = (name: string) => {
    if (name.length > LIMITS.nameLength) refuse('The XML has a name too long for an e-invoice.')
  }

  const options = { position: false, strictEntities: true }
  const parser = sax.parser(true, options)
  // The parser's own messages quote the document.
  parser.onerror = malformed
  parser.ondoctype = () => refuse('The XML has a DOCTYPE, which an e-invoice must not have.')

  parser.onopentagstart = ({ name }) => {
    checkName(name)
    if (++elements > LIMITS.elements) refuse('The XML has too many elements for an e-invoice.')
    if (open.length > LIMITS.depth) refuse('The XML is nested too deeply for an e-invoice.')
    tag = { declared: new Map(), attributes: {}, count: 0 }
  }

  parser.onattribute = ({ name, value }) => {
    checkName(name)
    if (++tag.count > LIMITS.attributesOfOne || ++attributes > LIMITS.attributes) {
      refuse('The XML has too many attributes for an e-invoice.')
    }
    // The parser keeps attributes in a plain object and calls this method of it.
    if (name === 'hasOwnProperty') malformed()
    const { prefix, local } = splitName(name)
    if (name === 'xmlns') tag.declared.set('', value)
    else if (prefix === 'xmlns') tag.declared.set(local, value)
    else if (prefix === '') tag.attributes[name] = value.slice(0, LIMITS.textLength)
  }

  parser.onopentag = ({ name }) => {
    const { element: parent, scope: outer } = open.at(-1) ?? { element: null, scope: ROOT_SCOPE }
    const scope = tag.declared.size > 0 ? { declared: tag.declared, outer } : outer
    const { prefix, local } = splitName(name)
    const uri = namespaceOf(prefix, scope) ?? malformed()
    if (open.length === 1 && (local !== 'Invoice' || uri !== INVOICE)) {
      const kind = kindOfRoot(local)
      if (kind) throw otherInvoice(kind)
      throw notAnInvoice('This XML file is not a MyInvois e-invoice: its root is not a UBL Invoice.')
    }
    const element = parent && KEPT.has(uri) ? newElement(tag.attributes) : null
    if (parent && element) append(parent, local, element)
    open.push({ element, scope })
  }

  const onText = (part: string) => {
    const element = open.at(-1)?.element
    if (element && element.text.length < LIMITS.textLength) element.text += part.slice(0, LIMITS.textLength)
  }
  parser.ontext = onText
  parser.oncdata = onText
  parser.onclosetag = () => void open.pop()

  parser.write(text).close()
  const [invoice] = document.children.get('Invoice') ?? []
  return invoice ?? malformed()
}
