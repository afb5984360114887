import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'

/**
 * The stream of the part named `file`. At the size limit it just ends, with `truncated` set.
 * @throws Refusal file_missing when the request has no such part
 */
export async function uploadedFile(request: FastifyRequest, maxBytes: number) {
  if (!request.isMultipart()) {
    throw new Refusal('file_missing', 'Send multipart/form-data with the picture in a part named "file".')
  }
  const part = await firstFile(request, maxBytes)
  if (part?.fieldname === 'file') return part.file
  part?.file.resume()
  const found = part ? ` The part sent is named "${part.fieldname.slice(0, 40)}".` : ''
  throw new Refusal('file_missing', `Send the picture in a multipart part named "file".${found}`)
}

async function firstFile(request: FastifyRequest, maxBytes: number): Promise<MultipartFile | undefined> {
  try {
    return await request.file({
      limits: { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
    })
  } catch (cause) {
    throw new Refusal('bad_request', 'The multipart body is not well-formed.', { cause })
  }
}
