/** OASIS UBL 2.1. All types of MyInvois documents have the root Invoice. */
export const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
export const AGGREGATES = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
export const BASICS = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

/** The namespace declarations of one element; those of the elements around it are in `outer`. */
export interface NamespaceScope {
  /** URI by prefix; the default namespace has the prefix ''. */
  declared: Map<string, string>
  outer: NamespaceScope | null
}

/** The scope outside the root element (Namespaces in XML 1.0, section 3). */
export const ROOT_SCOPE: NamespaceScope = {
  declared: new Map([
    ['', ''],
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ]),
  outer: null,
}

/** The namespace URI of a prefix; undefined when no element in scope declares it. */
export function namespaceOf(prefix: string, innermost: NamespaceScope): string | undefined {
  for (let scope: NamespaceScope | null = innermost; scope; scope = scope.outer) {
    const uri = scope.declared.get(prefix)
    if (uri !== undefined) return uri
  }
  return undefined
}

/** Splits a qualified name at its colon; the prefix is '' where there is none. */
export function splitName(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':')
  return { prefix: name.slice(0, Math.max(0, colon)), local: name.slice(colon + 1) }
}
