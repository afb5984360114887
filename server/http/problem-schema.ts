import { z } from 'zod'
import type { RefusalCode } from '../errors.ts'

export type ProblemCode = RefusalCode | 'internal_error'

/** Status and title of each code; the detail comes with the refusal. */
export const problems: Record<ProblemCode, { status: number; title: string }> = {
  bad_request: { status: 400, title: 'The request is not valid' },
  validation_failed: { status: 400, title: 'Some values are not valid' },
  content_type_unsupported: { status: 415, title: 'This kind of request body is not supported' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  duplicate_cookie: { status: 401, title: 'A cookie was sent more than once' },
  invalid_token: { status: 401, title: 'The access token is not valid' },
  sign_in_failed: { status: 400, title: 'Signing in failed' },
  cross_site_request: { status: 403, title: 'The request comes from another site' },
  not_found: { status: 404, title: 'Not found' },
  version_required: { status: 428, title: 'If-Match is required' },
  version_conflict: { status: 412, title: 'It was changed in the meantime' },
  wrong_state: { status: 409, title: 'Not possible in its current state' },
  record_damaged: { status: 409, title: 'The record is damaged' },
  confirmation_needed: { status: 409, title: 'Are you sure?' },
  being_erased: { status: 409, title: 'All your data is being erased' },
  file_missing: { status: 400, title: 'No file was sent' },
  file_empty: { status: 422, title: 'The file is empty' },
  file_too_large: { status: 413, title: 'The file is too large' },
  file_unsupported: { status: 415, title: 'This kind of file cannot be read' },
  file_damaged: { status: 422, title: 'The file is damaged' },
  file_not_evidence: { status: 422, title: 'This file does not show what you spent' },
  too_many_pixels: { status: 422, title: 'The picture has too many pixels' },
  too_many_pages: { status: 422, title: 'The file has too many pages' },
  too_many_files: { status: 422, title: 'The receipt has too many files' },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key was used for another request' },
  idempotency_key_in_use: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
  },
  too_many_requests: { status: 429, title: 'Too many requests' },
  storage_full: { status: 507, title: 'The storage is full' },
  storage_unavailable: { status: 503, title: 'The storage is not available right now' },
  storage_incomplete: { status: 503, title: 'The storage is not set up completely' },
  storage_newer: { status: 503, title: 'A newer release has stored this' },
  identity_unavailable: { status: 503, title: 'Signing in is not available right now' },
  reading_unavailable: { status: 503, title: 'Reading is not available right now' },
  record_invalid: { status: 500, title: 'Something went wrong on the server' },
  internal_error: { status: 500, title: 'Something went wrong on the server' },
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
