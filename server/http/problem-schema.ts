import { z } from 'zod'
import type { RefusalCode } from '../errors.ts'

export type ProblemCode = RefusalCode | 'internal_error'

interface ProblemKind {
  status: number
  /** What a client does about it; for the API description. */
  remedy: string
}

/** What each code means for a client. The title is in server/texts, the detail comes with the refusal. */
export const problems: Record<ProblemCode, ProblemKind> = {
  bad_request: { status: 400, remedy: 'Correct the request; `detail` says what is not well-formed.' },
  validation_failed: {
    status: 400,
    remedy: 'Correct the values that `errors` names, each with a JSON pointer.',
  },
  content_type_unsupported: { status: 415, remedy: 'Send the `Content-Type` that the operation lists.' },
  unauthenticated: { status: 401, remedy: 'Sign in, or send a bearer token.' },
  duplicate_cookie: {
    status: 401,
    remedy:
      'Delete the cookies of this site and sign in again: another host or path has set one of the same name.',
  },
  invalid_token: {
    status: 401,
    remedy:
      'Get a new access token (`POST /auth/refresh`, or at the provider) and repeat the call once; if it is refused again, sign in.',
  },
  sign_in_failed: { status: 400, remedy: 'Start again at `/auth/login`.' },
  cross_site_request: {
    status: 403,
    remedy:
      'Send changes with a cookie from a page of this server, or with its address as `Origin`; or use a bearer token.',
  },
  other_person: {
    status: 403,
    remedy:
      'Ask for the session again (`/auth/me`): somebody else has signed in since. `Only-As` names the person that was meant.',
  },
  misdirected: { status: 421, remedy: 'Use the address that the server is set up for (PUBLIC_URL).' },
  not_found: { status: 404, remedy: 'Check the address. What belongs to somebody else is not found either.' },
  method_not_allowed: { status: 405, remedy: 'Use one of the methods that `Allow` lists.' },
  version_required: { status: 428, remedy: 'Read the resource and send its `ETag` as `If-Match`.' },
  version_conflict: {
    status: 412,
    remedy: 'Read it again, apply the change to what it is now, and send the new `ETag`.',
  },
  wrong_state: { status: 409, remedy: 'Read it again; `detail` says what its state does not allow.' },
  record_damaged: {
    status: 409,
    remedy: 'Read the receipt again from its files (`POST /receipts/{id}/read`), or move it to the trash.',
  },
  confirmation_needed: {
    status: 409,
    remedy: 'Ask the person, then repeat the request with what `detail` asks for.',
  },
  proof_needed: {
    status: 403,
    remedy:
      'Ask the person for the password or a passkey, send that to `POST /me/factors/proof`, and repeat the request with the answer as `Proof`.',
  },
  proof_refused: { status: 422, remedy: 'Ask the person again for the password or the passkey.' },
  wrong_code: { status: 422, remedy: 'Ask the person again for the code; each is good for 30 seconds.' },
  passkey_refused: { status: 422, remedy: 'Ask for new options and let the person try again.' },
  currency_unconfirmed: {
    status: 409,
    remedy:
      'Ask the person which currency it is, and send the answer as `changes.currency` of the confirmation.',
  },
  being_erased: { status: 409, remedy: 'Nothing can be changed any more. Wait until the account is erased.' },
  file_missing: { status: 400, remedy: 'Send `multipart/form-data` with the file in a part named `file`.' },
  file_empty: { status: 422, remedy: 'Send a file with content.' },
  file_too_large: {
    status: 413,
    remedy: 'Send at most 10 MB for a file, 256 kB for other bodies; make the picture smaller.',
  },
  file_unsupported: {
    status: 415,
    remedy: 'Convert the file to JPEG, PNG, PDF or another type that the operation lists.',
  },
  file_damaged: { status: 422, remedy: 'Send the file again, or another copy of it.' },
  file_not_evidence: {
    status: 422,
    remedy: 'Nothing: a consolidated or self-billed e-invoice does not show what a person spent.',
  },
  paper_needed: {
    status: 409,
    remedy: 'Attach the paper with `POST /receipts/{id}/files`, then confirm.',
  },
  file_locked: { status: 409, remedy: 'Send the password of the file to `POST /receipts/{id}/unlock`.' },
  wrong_password: { status: 422, remedy: 'Ask the person again for the password of the file.' },
  too_many_pixels: {
    status: 422,
    remedy: 'Make the picture smaller, or save it as a JPEG that is not progressive.',
  },
  too_many_pages: { status: 422, remedy: 'Split the file: at most 30 pages make one receipt.' },
  too_many_files: { status: 422, remedy: 'Make a second receipt: one has at most 20 files.' },
  idempotency_key_reused: {
    status: 422,
    remedy: 'Use a new `Idempotency-Key` for each receipt, and the same one only to repeat its upload.',
  },
  idempotency_key_in_use: {
    status: 409,
    remedy: 'Wait as long as `Retry-After` says, then repeat the request.',
  },
  range_not_satisfiable: {
    status: 416,
    remedy: 'Ask for a range within the file. `Content-Range` says how long a receipt is.',
  },
  request_timeout: { status: 408, remedy: 'Send the whole request within five minutes.' },
  headers_too_large: { status: 431, remedy: 'Send fewer or shorter headers, 64 kB in all.' },
  too_many_requests: { status: 429, remedy: 'Wait as long as `Retry-After` says, then go on more slowly.' },
  storage_full: { status: 507, remedy: 'Tell who runs the server: it has no room left. Nothing was stored.' },
  storage_unavailable: {
    status: 503,
    remedy: 'Wait as long as `Retry-After` says, then repeat the request. Nothing was changed.',
  },
  storage_incomplete: {
    status: 503,
    remedy: 'Tell who runs the server: `npm run doctor` lists what the storage lacks.',
  },
  storage_newer: { status: 503, remedy: 'Tell who runs the server: a newer release has to take its place.' },
  identity_unavailable: {
    status: 503,
    remedy:
      'Wait as long as `Retry-After` says: the identity provider does not respond. Nobody is signed out.',
  },
  reading_unavailable: {
    status: 503,
    remedy: 'Wait as long as `Retry-After` says, then repeat the request.',
  },
  record_invalid: { status: 500, remedy: 'Report it: a defect of this program. Nothing was stored.' },
  internal_error: {
    status: 500,
    remedy: "Repeat it later; if it stays, report it. The server's log has the cause.",
  },
}

/** RFC 9457 problem details, the body of every error response. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as ProblemCode[]),
    detail: z.string().optional(),
    requestId: z.string().optional().meta({
      description: 'Of errors of the server: the `Request-Id` of the answer, which its log has too',
    }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457). `code` is stable, the texts are not.' })
