import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller, changeLimit } from '../../http/route.ts'
import { type SettingsStore, settingsSchema } from '../settings.ts'

const changes = z
  .strictObject({ language: settingsSchema.shape.language.optional() })
  .nullish()
  .meta({ description: 'What to change; the rest stays' })

export const settingsRoutes: FastifyPluginAsyncZod<{ settings: SettingsStore }> = async (
  app,
  { settings },
) => {
  app.get(
    '/me/settings',
    {
      schema: {
        operationId: 'getSettings',
        tags: ['account'],
        summary: 'Get the settings of your account',
        response: { 200: settingsSchema },
      },
    },
    async (request) => settings.find(caller(request).sub),
  )

  app.patch(
    '/me/settings',
    {
      config: changeLimit(60),
      schema: {
        operationId: 'changeSettings',
        tags: ['account'],
        summary: 'Change the settings of your account',
        description: 'A JSON merge patch. It needs no If-Match: the last choice wins.',
        body: changes,
        response: { 200: settingsSchema },
      },
    },
    async (request) => {
      const { language } = request.body ?? {}
      return settings.change(caller(request).sub, language === undefined ? {} : { language })
    },
  )
}
