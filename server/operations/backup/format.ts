import { z } from 'zod'

/** The archive is a tar of these entries, in this order: head, database, keys, files, manifest. */
export const HEAD = 'backup.json'
export const DATABASE = 'tracker.db'
export const MANIFEST = 'manifest.json'
export const KEYS = 'keys/'
export const FILES = 'files/'

/** Nothing else is unpacked, whatever an archive contains. */
const KEY_FILE = /^keys\/[\w-][\w.-]*$/
const STORED_FILE = /^files\/[\w~-]+(\/[\w-][\w.-]*)+$/

export const isPart = (name: string) => name === DATABASE || KEY_FILE.test(name) || STORED_FILE.test(name)

/** A temporary file of the key store, not a key. */
export const isUnfinishedKey = (name: string) => /\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(name)

export const headSchema = z.object({
  product: z.literal('malaysian-tax-tracker'),
  format: z.int(),
  /** Schema of the database. */
  schema: z.int(),
  createdAt: z.string(),
  receipts: z.int(),
})
export type Head = z.output<typeof headSchema>
/** Newer archives are refused. */
export const FORMAT = 1

export const manifestSchema = z.object({
  parts: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /** Files that records name but that did not exist. */
  missing: z.array(z.string()),
})
export type Manifest = z.output<typeof manifestSchema>
