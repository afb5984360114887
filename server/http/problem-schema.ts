import { z } from 'zod'
import type { RefusalCode } from '../errors.ts'

export type ProblemCode = RefusalCode | 'internal_error'

/** The status of each code. The title is in server/texts, the detail comes with the refusal. */
export const problems: Record<ProblemCode, { status: number }> = {
  bad_request: { status: 400 },
  validation_failed: { status: 400 },
  content_type_unsupported: { status: 415 },
  unauthenticated: { status: 401 },
  duplicate_cookie: { status: 401 },
  invalid_token: { status: 401 },
  sign_in_failed: { status: 400 },
  cross_site_request: { status: 403 },
  other_person: { status: 403 },
  misdirected: { status: 421 },
  not_found: { status: 404 },
  version_required: { status: 428 },
  version_conflict: { status: 412 },
  wrong_state: { status: 409 },
  record_damaged: { status: 409 },
  confirmation_needed: { status: 409 },
  being_erased: { status: 409 },
  file_missing: { status: 400 },
  file_empty: { status: 422 },
  file_too_large: { status: 413 },
  file_unsupported: { status: 415 },
  file_damaged: { status: 422 },
  file_not_evidence: { status: 422 },
  file_locked: { status: 409 },
  wrong_password: { status: 422 },
  too_many_pixels: { status: 422 },
  too_many_pages: { status: 422 },
  too_many_files: { status: 422 },
  idempotency_key_reused: { status: 422 },
  idempotency_key_in_use: {
    status: 409,
  },
  too_many_requests: { status: 429 },
  storage_full: { status: 507 },
  storage_unavailable: { status: 503 },
  storage_incomplete: { status: 503 },
  storage_newer: { status: 503 },
  identity_unavailable: { status: 503 },
  reading_unavailable: { status: 503 },
  record_invalid: { status: 500 },
  internal_error: { status: 500 },
}

/** RFC 9457 problem details, the body of every error response. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as ProblemCode[]),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457). `code` is stable, the texts are not.' })
