/** A person, as named by their token. */
export interface Person {
  /** The token's `sub`: owner of every stored record. */
  sub: string
  /** The provider's user name. */
  username?: string | undefined
}

/** A stored record as reports name it. */
export interface RecordName {
  /** E.g. `receipt`, `statement`. */
  kind: string
  id: string
}

/** A file of a person's export. */
export interface ExportedFile {
  /** Path inside the archive, with `/` between folders. */
  path: string
  modifiedAt?: Date
  /** The hex SHA-256 on record; undefined where no record has one. */
  sha256?: string
  /** The records it shows that cannot be read in full. */
  damaged?: RecordName[]
  /** A file that may legitimately be absent: its absence is not reported. */
  optional?: true
  /** Undefined when the file is not in the store. Rejects with DamagedRecordError where what is stored cannot be read. */
  content(): Promise<Buffer | undefined>
}

/** How much is stored about a person. */
export interface Holdings {
  /** Number of records by kind, e.g. `{ receipts: 12 }`. */
  counts: Record<string, number>
  /** The last day (YYYY-MM-DD) the law requires some of it to be kept; null when none of it must be. */
  retainUntil: string | null
  /** The last day the store refuses to delete some of it (Object Lock); null when everything can go. */
  lockedUntil: string | null
}

/** Everything a module stores about a person. Each module answers for its own data. */
export interface PersonalData {
  holdings(person: Person): Promise<Holdings>
  /** Lazily, file by file. */
  files(person: Person): AsyncIterable<ExportedFile>
  /** Idempotent, and safe to interrupt. Files under a lock are deleted later, once the lock expires. */
  erase(person: Person): Promise<void>
}

/** A JSON document of an export. */
export const jsonFile = (path: string, content: unknown): ExportedFile => ({
  path,
  content: async () => toJsonBuffer(content),
})

export const toJsonBuffer = (content: unknown): Buffer => Buffer.from(JSON.stringify(content, null, 2))
