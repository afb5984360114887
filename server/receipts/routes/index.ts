import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Law } from '../../law/law.ts'
import type { Receipts } from '../index.ts'
import { addFileRoutes } from './add-file.ts'
import { bulkRoutes } from './bulk.ts'
import { duplicateRoutes } from './duplicate.ts'
import { enterRoutes } from './enter.ts'
import { fileRoutes } from './files.ts'
import { knownRoutes } from './known.ts'
import { listRoutes } from './list.ts'
import { queueRoutes } from './queue.ts'
import { readAgainRoutes } from './read-again.ts'
import { refundRoutes } from './refunds.ts'
import { reviewRoutes } from './review.ts'
import { splitRoutes } from './split.ts'
import { textRoutes } from './text.ts'
import { trashRoutes } from './trash.ts'
import { uploadRoutes } from './upload.ts'

/** Every route below /receipts. */
export const receiptRoutes: FastifyPluginAsyncZod<{ law: Law; receipts: Receipts }> = async (app, deps) => {
  const json = app.getDefaultJsonParser('error', 'error')
  // Plain text is never a change of a receipt: a 415 says so more clearly than a failed validation.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, json)
  await app.register(uploadRoutes, deps)
  await app.register(enterRoutes, deps)
  await app.register(addFileRoutes, deps)
  await app.register(listRoutes, deps)
  await app.register(queueRoutes, deps)
  await app.register(knownRoutes, deps)
  await app.register(reviewRoutes, deps)
  await app.register(bulkRoutes, deps)
  await app.register(duplicateRoutes, deps)
  await app.register(refundRoutes, deps)
  await app.register(readAgainRoutes, deps)
  await app.register(splitRoutes, deps)
  await app.register(trashRoutes, deps)
  await app.register(fileRoutes, deps)
  await app.register(textRoutes, deps)
}
