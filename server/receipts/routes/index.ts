import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Services } from '../../services.ts'
import { fileRoutes } from './files.ts'
import { listRoutes } from './list.ts'
import { reviewRoutes } from './review.ts'
import { uploadRoutes } from './upload.ts'

export const receiptRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const json = app.getDefaultJsonParser('error', 'error')
  // A text is no change of a receipt: 415 says more than a failed check of its values.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, json)
  await app.register(uploadRoutes, services)
  await app.register(listRoutes, services)
  await app.register(reviewRoutes, services)
  await app.register(fileRoutes, services)
}
