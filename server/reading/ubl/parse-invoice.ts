import { UUID } from '../einvoice-link.ts'
import { UnusableFileError } from '../ports.ts'
import type { Element } from './element.ts'
import type { Invoice } from './invoice.ts'
import { isObject, type JsonObject, parseJson, toInvoice } from './json.ts'
import { type Envelope, readInvoice } from './read-invoice.ts'
import { damaged, notAnInvoice, otherInvoice } from './refusals.ts'
import { parseXml } from './xml.ts'

const NO_ENVELOPE: Envelope = { uuid: null, longId: null }

/**
 * Parses an e-invoice in XML or JSON: the UBL document itself, or the answer of MyInvois' API that holds it as a text.
 * @throws UnusableFileError with what is wrong; its message quotes nothing of the document
 */
export function parseInvoice(bytes: Uint8Array): Invoice {
  const text = decode(bytes)
  if (!/^\s*[{[]/.test(text)) return readInvoice(parseXml(text), NO_ENVELOPE)
  const json = asObject(parseJson(text))
  if (Array.isArray(json.CreditNote)) throw otherInvoice('a UBL credit note of another network')
  if (typeof json.document !== 'string') return readInvoice(toInvoice(json), NO_ENVELOPE)
  return readInvoice(documentIn(json.document), envelopeOf(json))
}

function documentIn(text: string): Element {
  if (text.trimStart().startsWith('{')) return toInvoice(asObject(parseJson(text)))
  if (text.trimStart().startsWith('<')) return parseXml(text)
  throw notAnInvoice('This JSON file is not a MyInvois e-invoice: its document is neither XML nor JSON.')
}

function asObject(json: unknown): JsonObject {
  if (!isObject(json)) throw notAnInvoice('This JSON file is not a MyInvois e-invoice.')
  return json
}

/** The ids MyInvois gave, and its status at the time (MyInvois SDK, "Get document"). */
function envelopeOf({ uuid, longId, status }: JsonObject): Envelope {
  if (status !== undefined && status !== 'Valid') {
    throw new UnusableFileError(
      'not_valid',
      'This e-invoice was not valid at MyInvois when the file was made: it was cancelled, or not validated yet.',
    )
  }
  return {
    uuid: typeof uuid === 'string' && UUID.test(uuid) ? uuid : null,
    longId: typeof longId === 'string' ? longId : null,
  }
}

function decode(bytes: Uint8Array): string {
  try {
    // Also removes a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged('The file is not UTF-8 text, which an e-invoice must be.')
  }
}
