import { isTemporary, type Problem } from '../api/problem.ts'

/** Not a code of the API: the browser cannot read the file any more. */
export const FILE_LOST = 'file_lost'

/** A file that was moved or removed, or that the browser has let go of. */
export const isFileLost = (error: unknown) =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')

/** Whether an upload that failed may succeed later without the person doing anything. */
export const canComeRight = (problem: Problem) =>
  isTemporary(problem) ||
  problem.status >= 500 ||
  problem.status === 408 ||
  // What answered was not the server.
  problem.code === 'unexpected' ||
  // An earlier try of the same upload is not finished.
  problem.code === 'idempotency_key_in_use' ||
  problem.code === 'version_conflict'
