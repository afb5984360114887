import type { Database } from './database.ts'

/** The full-text index has an entry for every three consecutive letters, so by itself it finds words of three letters or more. */
const TRIGRAM = 3

/** Appended to each text, so that every letter of it, the last one included, begins an entry of the index (migration 008). */
export const PADDING = ' '.repeat(TRIGRAM - 1)

/** For a word in this many places, reading the texts, newest first, fills a page sooner than the index does. */
const MANY_PLACES = 2_000

/** The highest code points: the entries that begin with a word sort between the word and the word followed by these. */
const LAST = '\u{10ffff}'.repeat(TRIGRAM)

/** A condition on the row `r` of a receipt. */
export interface WordCondition {
  sql: string
  values: string[]
  /**
   * How the receipts are found: `few`: the index names their rows; `index`: it does too, and there may be many; `scan`: the
   * text of each receipt is read.
   */
  by: 'few' | 'index' | 'scan'
}

/** How words of any length are looked for in the texts of all receipts. */
export function createWordSearch(db: Database) {
  // Every entry of the index with each place it occurs in; `doc` is the row of the receipt.
  db.run(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.text_places USING fts5vocab('main', 'receipt_text', 'instance')",
  )

  function isRare(word: string) {
    const places = 'SELECT 1 FROM temp.text_places WHERE term >= ? AND term < ? LIMIT ?'
    const sql = `SELECT count(*) AS count FROM (${places})`
    return (db.get<{ count: number }>(sql, word, word + LAST, MANY_PLACES)?.count ?? 0) < MANY_PLACES
  }

  return function conditionOf(word: string): WordCondition {
    if ([...word].length >= TRIGRAM) {
      // A quoted phrase is literal; quotes inside it are doubled.
      const match = `"${word.replaceAll('"', '""')}"`
      const sql = 'r.row IN (SELECT rowid FROM receipt_text WHERE receipt_text MATCH ?)'
      return { sql, values: [match], by: 'index' }
    }
    if (isInIndex(word) && isRare(word)) {
      const sql = 'r.row IN (SELECT doc FROM temp.text_places WHERE term >= ? AND term < ?)'
      return { sql, values: [word, word + LAST], by: 'few' }
    }
    // In the index's copy of the text (c0: fields, c1: pages), which is read twice as fast from its table as through the index.
    const text = 'SELECT 1 FROM receipt_text_content t WHERE t.id = r.row AND (instr(c0, ?) OR instr(c1, ?))'
    return { sql: `EXISTS (${text})`, values: [word, word], by: 'scan' }
  }
}

/** Whether the index stores the word's letters unchanged. Of other letters it may store another case. */
const isInIndex = (word: string) => /^[\x21-\x7e\p{sc=Han}]+$/u.test(word)
