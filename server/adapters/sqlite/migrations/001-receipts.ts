/**
 * The tables of the DynamoDB design under the same names: receipts with its three indexes, and the items of a
 * taxpayer. `row` is the key of the full-text row beside it, which a VACUUM must not renumber.
 */
export default `
CREATE TABLE receipts (
  row INTEGER PRIMARY KEY,
  receipt_id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  list TEXT NOT NULL,
  day TEXT NOT NULL,
  attempts INTEGER,
  lease_until INTEGER,
  lease_by TEXT,
  summary TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX receipts_by_user ON receipts (user_id, receipt_id);
CREATE INDEX receipts_by_year ON receipts (user_id, list, day, receipt_id);
CREATE INDEX receipts_work ON receipts (lease_until) WHERE lease_until IS NOT NULL;

CREATE VIRTUAL TABLE receipt_text USING fts5 (fields, pages, tokenize = 'trigram');

CREATE TABLE taxpayer_items (
  user_id TEXT NOT NULL,
  item TEXT NOT NULL,
  data TEXT NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (user_id, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX taxpayer_items_expiring ON taxpayer_items (expires_at) WHERE expires_at IS NOT NULL;
`
