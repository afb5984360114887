import { connect, type Socket } from 'node:net'
import type { Client, Reachable } from './app.ts'
import { fileForm } from './receipts.ts'

/** Sends an upload, or the first `share` of its bytes, on a connection of its own that stays open. */
export async function sendUpload(
  app: Reachable,
  client: Client,
  bytes: Uint8Array,
  share = 1,
): Promise<Socket> {
  const request = new Request('http://x', { method: 'POST', body: fileForm(bytes) })
  const body = Buffer.from(await request.arrayBuffer())
  const head = [
    'POST /receipts/upload HTTP/1.1',
    `Host: ${app.socket.host}`,
    `Authorization: Bearer ${client.token}`,
    `Content-Type: ${request.headers.get('content-type')}`,
    `Content-Length: ${body.length}`,
    '\r\n',
  ].join('\r\n')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(app.socket.port), app.socket.hostname, () => {
      socket.write(head)
      socket.write(body.subarray(0, Math.floor(body.length * share)), () => resolve(socket))
    })
    socket.on('error', reject)
  })
}
