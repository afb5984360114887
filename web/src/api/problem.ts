import type { ApiProblem } from '../../../server/api-types.ts'

/** Codes of failures that no server answered: the network is down, or the answer is not one of the API's. */
export type LocalCode = 'offline' | 'unexpected'
export type ProblemCode = ApiProblem['code'] | LocalCode

/** A request that failed, with the stable code of its problem details (RFC 9457). */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  /** HTTP status; 0 where there was no answer. */
  readonly status: number
  /** Values that failed validation. */
  readonly errors: { path: string; message: string }[]
  /** Members that belong to the code, e.g. `currentVersion`. */
  readonly details: Record<string, unknown>

  constructor(code: ProblemCode, status: number, body: Partial<ApiProblem> & Record<string, unknown> = {}) {
    super(body.detail ?? body.title ?? code)
    this.code = code
    this.status = status
    this.errors = body.errors ?? []
    this.details = body
  }
}

/** Whether a failure is worth trying again without the person doing anything. */
export const isTemporary = (error: unknown) =>
  error instanceof Problem && (error.code === 'offline' || error.status === 429 || error.status >= 502)

export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.includes('problem+json')) return new Problem('unexpected', response.status)
  const body: ApiProblem = await response.json()
  return new Problem(body.code, response.status, body)
}
