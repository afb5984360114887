/**
 * Two spaces after each text, so that the index of three letters has an entry that begins with any one or two of its letters,
 * also with its last ones: words of one or two letters are found by it then (search-text.ts). The index is made anew, at
 * 2,500 receipts a second, because changing each of its rows would take minutes.
 */
export default `
CREATE VIRTUAL TABLE padded_text USING fts5 (fields, pages, tokenize = 'trigram');
INSERT INTO padded_text (rowid, fields, pages) SELECT rowid, fields || '  ', pages || '  ' FROM receipt_text;
INSERT INTO padded_text (padded_text, rank) VALUES ('secure-delete', 1);
DROP TABLE receipt_text;
ALTER TABLE padded_text RENAME TO receipt_text;
`
