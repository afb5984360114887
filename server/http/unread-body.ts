import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How much a client may still send after it was refused, so that it gets to read the answer. */
const LONGEST_REST = 16 * 1024 * 1024
const LINGER_MS = 10_000

/**
 * Closes the connection of every request that is answered before its body has arrived. The rest of such a body stays in
 * front of the next request of the connection, which would hang; behind a pooling proxy that is another person's. The
 * header is decided when the response is written, so this also holds for responses that bypass Fastify's reply.
 */
export function closeAfterUnreadBody(app: FastifyInstance) {
  app.addHook('onRequest', (request, reply, done) => {
    closeIfBodyUnread(request.raw, reply.raw)
    done()
  })
}

/** As `closeAfterUnreadBody`, for a response that is sent before any hook has run. */
export function closeIfBodyUnread(request: IncomingMessage, response: ServerResponse) {
  if (!hasBody(request)) return
  const writeHead = response.writeHead
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    response.writeHead = writeHead
    if (!request.complete) {
      response.shouldKeepAlive = false
      lingerOnClose(request.socket)
    }
    return response.writeHead(...args)
  }) as typeof writeHead
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Closes in the order of RFC 9112, 9.6: the response, our end of the connection, then what the client is still sending
 * is read and discarded for a while. Closing at once would reset the connection, and the client might lose the answer.
 * The parser gets no more of the bytes, so nothing behind the body is taken for a request.
 */
function lingerOnClose(socket: Socket) {
  let rest = LONGEST_REST
  socket.removeAllListeners('data')
  socket.on('data', (chunk) => {
    rest -= chunk.length
    if (rest < 0) socket.destroy()
  })
  socket.resume()
  // Node calls this once it has written a response that is the connection's last.
  socket.destroySoon = () => {
    const timer = setTimeout(() => socket.destroy(), LINGER_MS)
    socket.once('close', () => clearTimeout(timer))
    socket.once('end', () => socket.destroy())
    if (socket.readableEnded) socket.destroy()
    else socket.end()
  }
}
