import type { FastifyReply } from 'fastify'
import type { CookieToSet } from '../cookies.ts'

/** The flags that all our cookies share; name, path and age are in cookies.ts. */
export function setCookies(reply: FastifyReply, cookies: CookieToSet[], publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  for (const { name, value, path, maxAge } of cookies) {
    reply.setCookie(name, value, { httpOnly: true, sameSite: 'lax', secure, path, maxAge })
  }
}
