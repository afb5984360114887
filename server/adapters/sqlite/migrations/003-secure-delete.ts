/** The words of a text that goes leave the search index with it, and not when that is next tidied. */
export default `
INSERT INTO receipt_text (receipt_text, rank) VALUES ('secure-delete', 1);
`
