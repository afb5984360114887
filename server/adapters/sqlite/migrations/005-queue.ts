import { storedKeys } from '../../../stored-keys.ts'
import { memberOf } from '../json.ts'

/** The reliefs that need a certificate, at the time of this migration. */
const NEED_CERTIFICATE = [
  'disabled-equipment',
  'education-self-upskilling',
  'medical-dental',
  'medical-fertility',
  'medical-learning-disability',
  'medical-serious-disease',
  'parents-carer',
  'parents-dental',
  'parents-medical-exam',
  'parents-medical-treatment',
  'parents-special-needs',
]

/**
 * Receipts that need a person get the look-up key they are found by. CASE keeps JSON functions away from damaged
 * records; a damaged one needs a person anyway.
 */
export default `
INSERT OR REPLACE INTO taxpayer_items (user_id, item, data)
SELECT user_id,
  '${storedKeys.queue.prefix}' || CASE WHEN list GLOB '[0-9]*' THEN list ELSE 'none' END || '#'
    || CASE status WHEN 'unreadable' THEN 'u' ELSE 'r' END || '#' || receipt_id,
  '{}'
FROM receipts
WHERE list <> 'trash' AND (status IN ('needs_review', 'unreadable') OR status = 'confirmed' AND CASE
  WHEN NOT json_valid(summary) OR NOT json_valid(detail) THEN 1
  ELSE coalesce(summary ->> '$.duplicateSuspects', 0) > 0
    OR detail ->> '$.proposal' IS NOT NULL
    OR coalesce(CASE summary ->> '$.currency' WHEN 'MYR' THEN summary ->> '$.totalSen' ELSE summary ->> '$.myrSen' END, 0)
      <> coalesce((SELECT sum(${memberOf('part', 'sen')}) FROM json_each(summary, '$.allocations') AS part), 0)
    OR NOT coalesce(summary ->> '$.certified', 0) AND EXISTS (
      SELECT 1 FROM json_each(summary, '$.allocations') AS part
      WHERE ${memberOf('part', 'relief')} IN (${NEED_CERTIFICATE.map((code) => `'${code}'`).join(', ')}))
  END);
`
