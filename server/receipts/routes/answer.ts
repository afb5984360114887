import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerLanguage } from '../../http/language.ts'
import { expectedVersion, ifMatchHeader, setETag } from '../../http/preconditions.ts'
import type { ProblemCode } from '../../http/problem-schema.ts'
import { caller, changeLimit } from '../../http/route.ts'
import type { Receipts, Target } from '../index.ts'
import type { Receipt } from '../model.ts'
import { receiptPath, receiptView, viewOf } from './schemas.ts'

/** The schema of every change of one receipt: If-Match in, the changed receipt out. */
export const changeSchema = {
  params: receiptPath,
  headers: ifMatchHeader,
  response: { 200: receiptView },
}

/** The configuration of every change of one receipt. @param max changes a minute; @param more codes it can answer with */
export const changeConfig = (max: number, ...more: ProblemCode[]) => ({
  ...changeLimit(max),
  refusals: ['wrong_state', 'record_damaged', ...more] as const,
})

/** Which receipt a request changes. @throws Refusal version_required without If-Match */
export const targetOf = (request: FastifyRequest<{ Params: { id: string } }>): Target => ({
  userId: caller(request).sub,
  id: request.params.id,
  version: expectedVersion(request),
})

/** What an answer says of a receipt beside its record. */
export type AnswerDeps = Pick<Receipts, 'retainUntil' | 'suggestionMissing' | 'suggestionIn' | 'waiting'>

/** Makes the view of a receipt, as an answer shows it. */
export const createView =
  ({ retainUntil, suggestionMissing, suggestionIn, waiting }: AnswerDeps) =>
  async (reply: FastifyReply, receipt: Receipt, damaged = false) =>
    viewOf(receipt, {
      suggestion: await suggestionIn(receipt, await answerLanguage(reply.request, reply)),
      retainUntil: await retainUntil(receipt),
      waiting: waiting(receipt),
      suggestionMissing: suggestionMissing(receipt),
      damaged,
    })

/** Makes the answer of a receipt: its view, with its version as the ETag. */
export function createAnswer(deps: AnswerDeps) {
  const view = createView(deps)
  return (reply: FastifyReply, receipt: Receipt, damaged = false) => {
    setETag(reply, receipt.version)
    return view(reply, receipt, damaged)
  }
}

/** Makes the answer of a new receipt: its view, with its address as Location and its version as the ETag. */
export function createCreatedAnswer(receipts: AnswerDeps) {
  const answer = createAnswer(receipts)
  return async (reply: FastifyReply, receipt: Receipt, status: 201 | 202) => {
    const view = await answer(reply, receipt)
    return reply.header('Location', `/receipts/${receipt.id}`).code(status).send(view)
  }
}
