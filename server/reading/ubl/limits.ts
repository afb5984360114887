/**
 * What an e-invoice may hold at most. MyInvois takes documents of up to 300 kB, which have room for some 10,000
 * elements with 25,000 JSON keys; a real one stays far below every number here.
 */
export const LIMITS = {
  /** The whole file: its API wraps a document in JSON, and escaping makes it longer. */
  bytes: 1_000_000,
  /** Levels of elements. UBL invoices have about ten, fourteen with a signature. */
  depth: 40,
  elements: 50_000,
  /** On one element. The root declares the namespaces; other elements have at most eight. */
  attributesOfOne: 64,
  attributes: 50_000,
  /** Characters of a name, prefix included. The longest in UBL 2.1 has 46. */
  nameLength: 200,
  /** Names in a JSON document: each element has one, its text and each attribute another. */
  jsonKeys: 60_000,
  /** Values in a JSON document, arrays and objects included. */
  jsonValues: 100_000,
  /** Characters kept of one element or attribute; embedded files are not read. */
  textLength: 2_000,
  /** Invoice lines. */
  lines: 1_000,
  /** Milliseconds for parsing, the start of a child process included. */
  parseMs: 20_000,
} as const
