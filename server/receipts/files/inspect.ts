import { Refusal } from '../../errors.ts'
import { type FileUse, type PageTools, UnusableFileError, type UnusableReason } from '../../reading/ports.ts'
import { say } from '../../texts/index.ts'

export interface InspectOptions {
  /** What the file is for. Default: `read`. */
  use?: FileUse
  /** Opens a PDF that needs one. */
  password?: string
  /** Aborts when the client disconnects. */
  signal?: AbortSignal
  /** Whose file it is. */
  person?: string
}

/** The code of the answer, by what is wrong with the file. */
const CODES = {
  empty: 'file_empty',
  unsupported: 'file_unsupported',
  damaged: 'file_damaged',
  encrypted: 'file_damaged',
  wrong_password: 'wrong_password',
  too_many_pixels: 'too_many_pixels',
  too_many_pages: 'too_many_pages',
  too_large: 'file_too_large',
  not_an_invoice: 'file_unsupported',
  other_invoice: 'file_unsupported',
  incomplete: 'file_damaged',
  contradicting: 'file_damaged',
  consolidated: 'file_not_evidence',
  self_billed: 'file_not_evidence',
  not_valid: 'file_not_evidence',
} as const satisfies Record<UnusableReason, string>

/** The client has disconnected, so nobody reads this answer; it ends the work, with the cleanup of any refusal. */
export const uploadBrokeOff = (cause?: unknown) =>
  new Refusal(
    'bad_request',
    say(({ refusals }) => refusals.uploadBrokeOff),
    { cause },
  )

/**
 * Finds out what a file is, in a child process.
 * @throws Refusal where the file cannot be used, or the client has disconnected
 */
export async function inspect(tools: Pick<PageTools, 'inspect'>, path: string, options: InspectOptions) {
  try {
    const facts = await tools.inspect(path, options)
    if (!options.signal?.aborted) return facts
  } catch (error) {
    if (options.signal?.aborted) throw uploadBrokeOff(error)
    if (error instanceof UnusableFileError) {
      const { reason, message } = error
      const detail = say(({ files }) => files.unusable(reason, message))
      throw new Refusal(CODES[reason], detail, { extra: { reason }, cause: error })
    }
    throw new Refusal(
      'reading_unavailable',
      say(({ refusals }) => refusals.notInspected),
      { retryAfter: 5, cause: error },
    )
  }
  throw uploadBrokeOff()
}
