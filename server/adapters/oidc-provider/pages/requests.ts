import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../errors.ts'
import { pageLanguage } from '../../../http/page-language.ts'
import { FormError } from '../../../identity/local/accounts.ts'
import { MOUNT } from '../names.ts'
import { expiredPage, type FormErrors } from './html.ts'

export type SignIn = { Params: { uid: string }; Querystring: { here?: string } }

/** The page is asked for by somebody who has an account, whatever else would show the one that creates it. */
export const AS_BEFORE = '?here=before'

export const actionOf = ({ params }: FastifyRequest<SignIn>) =>
  `${MOUNT}/sign-in/${encodeURIComponent(params.uid)}`

export const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0] ?? url

export const settingOf = (request: FastifyRequest) => ({
  language: pageLanguage(request),
  self: pathOf(request),
})

export const exchange = (request: FastifyRequest, reply: FastifyReply) => ({
  req: request.raw,
  res: reply.raw,
})

export function formOf({ body }: FastifyRequest) {
  const fields = (body ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { email: text(fields.email), password: text(fields.password), code: text(fields.code) }
}

/** The status and errors of a form that was refused; other errors are rethrown to the error page. */
export function forTheForm(error: unknown): { status: number; errors: FormErrors; retryAfter?: number } {
  if (error instanceof FormError) return { status: 422, errors: error.fields }
  if (error instanceof Refusal && error.code === 'too_many_requests') {
    const retryAfter = error.retryAfter ?? 60
    return { status: 429, errors: { waitMinutes: Math.ceil(retryAfter / 60) }, retryAfter }
  }
  throw error
}

export const tooOld = (request: FastifyRequest, reply: FastifyReply) =>
  reply.code(400).send(expiredPage(settingOf(request)))
