import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Bytes below which an answer fits into one packet anyway. */
const LEAST = 1_400
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/
/** As quick as gzip and a fifth smaller; higher qualities are for files that are compressed once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/**
 * Compresses answers in JSON. Everything else stays as it is: pictures and archives are compressed, originals are sent
 * in ranges, and a stream of events must not wait in a buffer.
 */
export function compressJson(app: FastifyInstance) {
  app.addHook<unknown>('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !JSON_TYPE.test(String(reply.getHeader('Content-Type'))))
      return payload
    reply.header('Vary', [reply.getHeader('Vary'), 'Accept-Encoding'].filter(Boolean).join(', '))
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (payload.length < LEAST || !encoding || reply.hasHeader('Content-Encoding')) return payload
    reply.header('Content-Encoding', encoding).removeHeader('Content-Length')
    return encoding === 'br' ? toBrotli(payload, BROTLI) : toGzip(payload)
  })
}

function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim())
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding))
}
