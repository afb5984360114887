import { Readable } from 'node:stream'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'

/**
 * The stream of the part named `file`, which must be the only file of the request. At the size limit the stream ends
 * with `truncated` set; if another file follows, it fails with a Refusal.
 * @throws Refusal file_missing when the request has no such part
 */
export async function uploadedFile(request: FastifyRequest, maxBytes: number) {
  if (!request.isMultipart()) {
    throw new Refusal(
      'file_missing',
      say(({ refusals }) => refusals.sendMultipart),
    )
  }
  const parts = request.parts({
    limits: { fileSize: maxBytes, files: 2, fields: 10, fieldSize: 1000, parts: 12 },
  })
  const part = await nextFile(parts)
  if (part?.fieldname === 'file') return alone(part.file, parts)
  part?.file.resume()
  const found = part ? part.fieldname.slice(0, 40) : null
  throw new Refusal(
    'file_missing',
    say(({ refusals }) => refusals.sendPartNamedFile(found)),
  )
}

async function nextFile(parts: AsyncIterableIterator<Multipart>): Promise<MultipartFile | undefined> {
  try {
    for (;;) {
      const { value, done } = await parts.next()
      if (done) return undefined
      if (value.type === 'file') return value
    }
  } catch (cause) {
    throw new Refusal(
      'bad_request',
      say(({ refusals }) => refusals.multipartNotWellFormed),
      { cause },
    )
  }
}

/** The bytes of a file; fails if a second file follows, which would otherwise be lost silently. */
function alone(file: MultipartFile['file'], parts: AsyncIterableIterator<Multipart>) {
  async function* bytes() {
    yield* untilLimit(file)
    if (file.truncated) return
    const another = await nextFile(parts)
    another?.file.resume()
    if (another)
      throw new Refusal(
        'bad_request',
        say(({ refusals }) => refusals.oneFile),
      )
  }
  const stream = Readable.from(bytes(), { objectMode: false })
  return Object.defineProperty(stream, 'truncated', { get: () => file.truncated })
}

/** Ends at the size limit, where the file's own stream would first wait for the rest of the part. */
async function* untilLimit(file: MultipartFile['file']): AsyncGenerator<Buffer> {
  if (file.truncated) return
  const limit = new Promise<{ done: true }>((resolve) => file.once('limit', () => resolve({ done: true })))
  const chunks = file[Symbol.asyncIterator]()
  for (;;) {
    const next = await Promise.race([chunks.next(), limit])
    if (next.done) return
    yield next.value
  }
}
