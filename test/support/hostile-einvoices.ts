import { einvoiceJson, einvoiceXml } from './einvoices.ts'

export interface HostileFile {
  what: string
  bytes: Buffer
  status: number
  code: string
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `a${index.toString(36)}`)
const attributes = (count: number) =>
  names(count)
    .map((name) => `${name}=""`)
    .join(' ')
const members = (count: number) =>
  names(count)
    .map((name) => `"${name}":1`)
    .join()
const entities = [...'bcdefghij'].map(
  (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`,
)

const xml = String(einvoiceXml())
const json = String(einvoiceJson())
/** An e-invoice with something added to it. */
const inXml = (addition: string) => Buffer.from(xml.replace('</Invoice>', `${addition}</Invoice>`))
const inJson = (addition: string) => Buffer.from(json.replace('"Invoice":[{', `"Invoice":[{${addition},`))
const withDoctype = (declarations: string) =>
  Buffer.from(xml.replace('<Invoice', `<!DOCTYPE Invoice [${declarations}]><Invoice`))

const damaged = { status: 422, code: 'file_damaged' }
const unsupported = { status: 415, code: 'file_unsupported' }

/** E-invoices made to cost time, memory or stack, each below the 1 MB an e-invoice may have. */
export const hostileFiles: HostileFile[] = [
  { what: '150,000 attributes on the root', bytes: onRoot(attributes(150_000)), ...unsupported },
  { what: '20,000 attributes on one element', bytes: inXml(`<cbc:Note ${attributes(20_000)}/>`), ...damaged },
  { what: '60,000 attributes in all', bytes: inXml(`<cbc:N ${attributes(60)}/>`.repeat(1_000)), ...damaged },
  { what: '80,000 elements', bytes: inXml('<cbc:a/>'.repeat(80_000)), ...damaged },
  {
    what: 'an element with a name of 900,000 letters',
    bytes: inXml(`<cbc:${'a'.repeat(900_000)}/>`),
    ...damaged,
  },
  {
    what: 'an attribute with a name of 900,000 letters',
    bytes: inXml(`<cbc:Note ${'a'.repeat(900_000)}=""/>`),
    ...damaged,
  },
  {
    what: 'XML nested 100,000 deep',
    bytes: inXml('<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
    ...damaged,
  },
  { what: 'a prefix that is never declared', bytes: inXml('<nobody:Note/>'), ...damaged },
  {
    what: 'an attribute named like a method',
    bytes: inXml('<cbc:Note hasOwnProperty="" a=""/>'),
    ...damaged,
  },
  {
    what: 'entities that multiply',
    bytes: withDoctype(`<!ENTITY a "ha">${entities.join('')}`),
    ...unsupported,
  },
  { what: '60,000 declared entities', bytes: withDoctype('<!ENTITY a "b">'.repeat(60_000)), ...unsupported },
  {
    what: 'an entity that names a file',
    bytes: withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
    ...unsupported,
  },
  { what: '90,000 names in JSON', bytes: inJson(members(90_000)), ...damaged },
  {
    what: '1,000 attributes on one JSON element',
    bytes: inJson(
      `"Note":[{${names(1_000)
        .map((name) => `"${name}":"1"`)
        .join()}}]`,
    ),
    ...damaged,
  },
  { what: '400,000 values in JSON', bytes: inJson(`"a":[${'1,'.repeat(400_000)}1]`), ...damaged },
  { what: 'a JSON name of 900,000 letters', bytes: inJson(`"${'a'.repeat(900_000)}":1`), ...damaged },
  {
    what: 'JSON nested 300,000 deep',
    bytes: inJson(`"a":${'['.repeat(300_000)}${']'.repeat(300_000)}`),
    ...unsupported,
  },
]

function onRoot(added: string): Buffer {
  const bytes = Buffer.from(xml.replace('<Invoice ', `<Invoice ${added} `))
  // Cut to what may be uploaded at all: the limit is met long before the end.
  return bytes.subarray(0, 980_000)
}
