import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { Change } from '../../server/changes/ports.ts'

/** A client of `GET /events`; its stream is open once this resolves. */
export async function followEvents(server: URL, token: string) {
  const sent = request(new URL('/events', server), {
    agent: false,
    headers: { authorization: `Bearer ${token}` },
  })
  sent.end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const changes: Change[] = []
  const comments: string[] = []
  let text = ''
  let wake = () => {}
  let isOver = false

  response.setEncoding('utf8').on('data', (chunk) => {
    const parts = (text + chunk).split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^event: change\ndata: (.*)$/.exec(part)?.[1]
      if (data) changes.push(JSON.parse(data))
      else if (part.startsWith(':')) comments.push(part)
    }
    wake()
  })
  response.on('error', () => {})
  const ended = new Promise<void>((resolve) => {
    response.once('close', () => {
      isOver = true
      wake()
      resolve()
    })
  })

  /** Waits for the next of a list; rejects when the stream ends before. */
  async function nextOf<T>(list: T[]): Promise<T> {
    for (;;) {
      const next = list.shift()
      if (next !== undefined) return next
      if (isOver) throw new Error('the stream has ended')
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }

  return {
    status: response.statusCode,
    headers: response.headers,
    /** Every change received and not taken yet. */
    changes,
    nextChange: () => nextOf(changes),
    nextComment: () => nextOf(comments),
    /** Resolves when the stream is over, whoever ended it. */
    ended,
    async close() {
      sent.destroy()
      await ended
    },
  }
}
