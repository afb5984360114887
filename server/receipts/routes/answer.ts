import type { FastifyReply, FastifyRequest } from 'fastify'
import { expectedVersion, ifMatchHeader, setETag } from '../../http/preconditions.ts'
import { caller, problems } from '../../http/route.ts'
import type { Receipts, Target } from '../index.ts'
import type { Receipt } from '../model.ts'
import { receiptPath, receiptView, viewOf } from './schemas.ts'

/** The schema of every change of one receipt: If-Match in, the changed receipt out. */
export const changeSchema = {
  params: receiptPath,
  headers: ifMatchHeader,
  response: { 200: receiptView, ...problems },
}

/** Which receipt a request changes. @throws Refusal version_required without If-Match */
export const targetOf = (request: FastifyRequest<{ Params: { id: string } }>): Target => ({
  userId: caller(request).sub,
  id: request.params.id,
  version: expectedVersion(request),
})

/** What an answer says of a receipt beside its record. */
export type AnswerDeps = Pick<Receipts, 'retainUntil' | 'suggestionMissing'>

/** Makes the answer of a receipt: its view, with its version as the ETag. */
export const createAnswer =
  ({ retainUntil, suggestionMissing }: AnswerDeps) =>
  async (reply: FastifyReply, receipt: Receipt, damaged = false) => {
    setETag(reply, receipt.version)
    return viewOf(receipt, {
      retainUntil: await retainUntil(receipt),
      suggestionMissing: suggestionMissing(receipt),
      damaged,
    })
  }

/** Makes the answer of a new receipt: its view, with its address as Location and its version as the ETag. */
export function createCreatedAnswer(receipts: AnswerDeps) {
  const answer = createAnswer(receipts)
  return async (reply: FastifyReply, receipt: Receipt, status: 201 | 202) => {
    const view = await answer(reply, receipt)
    return reply.header('Location', `/receipts/${receipt.id}`).code(status).send(view)
  }
}
