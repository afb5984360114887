import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Receipts } from '../index.ts'
import { fileRoutes } from './files.ts'
import { listRoutes } from './list.ts'
import { reviewRoutes } from './review.ts'
import { uploadRoutes } from './upload.ts'

export const receiptRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, deps) => {
  const json = app.getDefaultJsonParser('error', 'error')
  // A text is no change of a receipt: 415 says more than a failed check of its values.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, json)
  await app.register(uploadRoutes, deps)
  await app.register(listRoutes, deps)
  await app.register(reviewRoutes, deps)
  await app.register(fileRoutes, deps)
}
