import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { keptWith } from '../kept-with.ts'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Bytes below which an answer fits into one packet anyway. */
const LEAST = 1_400
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/
/** As quick as gzip and a fifth smaller; higher qualities are for files that are compressed once. */
const QUICK = 4

export type Encoding = 'br' | 'gzip'

/**
 * Compresses answers in JSON. Everything else stays as it is: pictures and archives are compressed, originals are sent
 * in ranges, and a stream of events must not wait in a buffer.
 */
export function compressJson(app: FastifyInstance) {
  app.addHook<unknown>('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!isText || !JSON_TYPE.test(String(reply.getHeader('Content-Type')))) return payload
    reply.header('Vary', [reply.getHeader('Vary'), 'Accept-Encoding'].filter(Boolean).join(', '))
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (payload.length < LEAST || !encoding || reply.hasHeader('Content-Encoding')) return payload
    reply.header('Content-Encoding', encoding).removeHeader('Content-Length')
    return typeof payload === 'string' ? compress(payload, encoding) : compressOnce(payload, encoding)
  })
}

const compressed = keptWith<Buffer, Promise<Buffer>>()

/** An answer in bytes is one that is kept to be sent again, so what it is compressed to is kept with it. */
const compressOnce = (content: Buffer, encoding: Encoding) =>
  compressed(content, encoding, () => compress(content, encoding))

/** @param quality of Brotli, up to 11; the time it takes grows much faster than what it saves */
export const compress = (content: string | Buffer, encoding: Encoding, quality = QUICK): Promise<Buffer> =>
  encoding === 'br'
    ? toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    : toGzip(content)

/** The encoding to answer with, by the header Accept-Encoding; undefined: none. */
export function encodingFor(accepted: string | string[] | undefined): Encoding | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim())
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding))
}
