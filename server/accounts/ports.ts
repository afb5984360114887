/** Who it is about, from the token of the person. */
export interface Person {
  /** The owner of everything kept. */
  sub: string
  /** The provider's name for the person. */
  username?: string | undefined
}

/** A file of an export. */
export interface ExportedFile {
  /** In the archive, with `/` between folders. */
  path: string
  modifiedAt?: Date
  /** What its record says of it, hex; undefined where no record does. */
  sha256?: string
  /** There need not be one: then it is not told as missing. */
  optional?: true
  /** Undefined: it is not in the store. */
  content(): Promise<Buffer | undefined>
}

/** How much there is of a person. */
export interface Holdings {
  /** By kind, e.g. `{ receipts: 12 }`. */
  counts: Record<string, number>
  /** The last day (YYYY-MM-DD) some of it must be kept by law; null: nothing need be. */
  keepUntil: string | null
  /** The last day the store will not let some of it go; null: all may go. */
  heldUntil: string | null
}

/** Everything a room keeps of a person. Each room answers for its own. */
export interface PersonalData {
  holdings(person: Person): Promise<Holdings>
  /** Asked for file by file. */
  files(person: Person): AsyncIterable<ExportedFile>
  /** Safe to repeat, and to be broken off. What the store holds goes by itself when it may. */
  erase(person: Person): Promise<void>
}

/** What may be left of a person beside receipts, whichever room wrote it. */
export interface Leftovers {
  /** Removes all of it but items whose names begin with one of `spared`. */
  remove(userId: string, spared: string[]): Promise<void>
}
