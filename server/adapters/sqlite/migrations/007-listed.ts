/**
 * What decides whether a receipt is listed at all, in one index: a search that has to look into the text of every receipt
 * of a person no longer reads the receipts themselves. It takes the place of the index by user alone.
 */
export default `
CREATE INDEX receipts_listed ON receipts (user_id, receipt_id, list, status);
DROP INDEX receipts_by_user;
`
