import { all, type Element, textAt, textOf } from './element.ts'
import type { Invoice, Party } from './invoice.ts'
import { incomplete } from './refusals.ts'

/** The general TIN: in consolidated e-invoices, and for a person who gave an identity card and no TIN. */
const GENERAL_PUBLIC = 'EI00000000010'
const PERSONAL_IDS = ['NRIC', 'PASSPORT', 'ARMY']
/** Prefixes of individuals' TINs; EI is that of general TINs (IRBM, format of tax identification numbers). */
const PERSONAL_TIN = /^(IG|SG|OG|EI)/

export function readSupplier(invoice: Element): Party {
  const [party] = all(invoice, 'AccountingSupplierParty', 'Party')
  const name = party && nameOf(party)
  if (!name) throw incomplete("supplier's name")
  const ids = idsOf(party)
  const registration = ids.BRN ?? PERSONAL_IDS.map((scheme) => ids[scheme]).find(Boolean) ?? null
  return { name, tin: ids.TIN ?? null, registration }
}

/** The general public by name; "Consolidated Buyer's" is that of LHDN's own sample. */
const EVERYBODY = /^(?:the )?general\s*public$|consolidat|disatukan|^orang (?:awam|ramai)$/i
/** Nobody in particular, unless an identity document says who it was. */
const ANYBODY =
  /^$|^public$|^(?:various|walk\W?in|cash) (?:buyer|customer|client|sale)s?$|^(?:pelanggan|jualan) tunai$|^pelbagai pembeli$/i

/** The kind of buyer; `everybody` means the general public. */
export function readBuyer(invoice: Element): Invoice['buyerKind'] | 'everybody' {
  const [party] = all(invoice, 'AccountingCustomerParty', 'Party')
  if (!party) throw incomplete('buyer')
  const ids = idsOf(party)
  const name = nameOf(party) ?? ''
  const isGeneral = ids.TIN === GENERAL_PUBLIC || (!ids.TIN && !ids.BRN)
  if (isGeneral && EVERYBODY.test(name)) return 'everybody'
  // Who gave an identity card and no TIN has the general one too.
  if (PERSONAL_IDS.some((scheme) => ids[scheme])) return 'person'
  if (ids.TIN === GENERAL_PUBLIC && ANYBODY.test(name)) return 'everybody'
  return ids.BRN || (ids.TIN && !PERSONAL_TIN.test(ids.TIN)) ? 'company' : 'person'
}

const nameOf = (party: Element) =>
  textAt(party, 'PartyLegalEntity', 'RegistrationName') ?? textAt(party, 'PartyName', 'Name')

/** The ids by scheme. LHDN has missing ones filled with zeros, which are left out. */
function idsOf(party: Element): Record<string, string> {
  const ids: Record<string, string> = {}
  for (const id of all(party, 'PartyIdentification', 'ID')) {
    const text = textOf(id)
    const scheme = id.attributes.schemeID ?? ''
    if (text && !/^0+$/.test(text)) ids[scheme] ??= text.slice(0, 40)
  }
  return ids
}
