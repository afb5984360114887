import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { accountRoutes, whileErasing } from './accounts/routes/index.ts'
import { changeRoutes } from './changes/routes.ts'
import { claimRoutes } from './claims/routes/index.ts'
import { exampleRoutes } from './examples/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { logRequests } from './http/access-log.ts'
import { apiBrowser } from './http/api-browser.ts'
import { appPage } from './http/app-page.ts'
import { assets } from './http/assets.ts'
import { authentication, publicly } from './http/authentication.ts'
import { zodSchemas } from './http/compilers.ts'
import { compressJson } from './http/compression.ts'
import { crossOrigin } from './http/cors.ts'
import { openApi } from './http/documentation.ts'
import { readJson } from './http/json-bodies.ts'
import { speakLanguages } from './http/language.ts'
import { byNetwork } from './http/network.ts'
import { problemHandlers, sendProblem } from './http/problems.ts'
import { answerRequestIds, requestIds } from './http/request-id.ts'
import { secureHeaders } from './http/security-headers.ts'
import { refuseUnknownQueries } from './http/strict-query.ts'
import { refuseUnknownHosts } from './http/this-machine.ts'
import { answerOddRequests, answerUnparsed } from './http/unparsed.ts'
import { closeAfterUnreadBody, closeIfBodyUnread } from './http/unread-body.ts'
import { identityRoutes } from './identity/routes/index.ts'
import { recordRefusals } from './identity/routes/refused-requests.ts'
import { healthRoutes } from './operations/routes/health.ts'
import { serveMetrics } from './operations/routes/metrics.ts'
import { receiptRoutes } from './receipts/routes/index.ts'
import type { Services } from './services.ts'
import { taxpayerRoutes } from './taxpayer/routes/index.ts'
import { WEB_DIST } from './web-build.ts'

export type App = Awaited<ReturnType<typeof createApp>>

/**
 * The whole HTTP application over the given services; not listening yet.
 * @param webDist the folder of the built web app
 */
export async function createApp(services: Services, webDist = WEB_DIST) {
  const { config } = services
  const app = Fastify({
    loggerInstance: fastifyLog(services),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(config),
    schemaController: zodSchemas,
    // Ids and cursors are the longest path and query parts we make.
    routerOptions: { maxParamLength: 100 },
    bodyLimit: 256 * 1024,
    // The cookies of one session may take 20 kB where a provider puts groups and attributes into its tokens.
    http: { maxHeaderSize: 64 * 1024, requireHostHeader: false },
    clientErrorHandler: answerUnparsed,
    // A phone on a slow line may take minutes for 10 MB; nobody needs longer.
    requestTimeout: 300_000,
    // Nothing waits for anything outside while it starts; a busy machine may take its time.
    pluginTimeout: 0,
    frameworkErrors(error, request, reply) {
      closeIfBodyUnread(request.raw, reply.raw)
      return sendProblem(error, request, reply)
    },
    trustProxy: (_address, hop) => hop < config.trustedProxies,
  })
  answerRequestIds(app)
  logRequests(app, services)
  closeAfterUnreadBody(app)
  answerOddRequests(app)
  recordRefusals(app, services)
  readJson(app)
  speakLanguages(app, services)
  problemHandlers(app)
  compressJson(app)
  secureHeaders(app, config)
  await crossOrigin(app, config.allowOrigins)
  await app.register(cookie)
  refuseUnknownHosts(app, config)
  await app.register(rateLimit, {
    max: 1200,
    timeWindow: '1 minute',
    keyGenerator: byNetwork,
    allowList: ({ routeOptions }) => routeOptions.config.isAppFile === true,
  })
  await authentication(app, services)
  await app.register(services.identity.providerRoutes)
  serveMetrics(app, services)

  await app.register(async (instance) => {
    const api = instance.withTypeProvider<ZodTypeProvider>()
    api.addHook('preHandler', whileErasing(services.accounts))
    refuseUnknownQueries(api)
    await api.register(openApi, config)
    await api.register(multipart)
    await api.register(healthRoutes, services)
    await api.register(identityRoutes, services)
    await api.register(receiptRoutes, services)
    await api.register(taxpayerRoutes, services)
    await api.register(claimRoutes, services)
    await api.register(exportRoutes, services)
    await api.register(exampleRoutes, services)
    await api.register(changeRoutes, services)
    await api.register(accountRoutes, services)
  })
  await app.register(publicly(apiBrowser))
  await app.register(assets, { dist: webDist })
  await app.register(appPage, { dist: webDist })

  app.addHook('onListen', async () => {
    services.receipts.work.start()
    services.backlogWatch.start()
  })
  app.addHook('preClose', async () => services.backlogWatch.stop())
  // Uploads that wait for their reading are answered before the server waits for its connections to end.
  app.addHook('preClose', () => services.receipts.work.stop())
  return app
}

/** Fastify's own lines below a warning say nothing that the lines at start and the events do not. */
function fastifyLog({ log }: Services): FastifyBaseLogger {
  return log.child({}, { level: log.isLevelEnabled('info') ? 'warn' : log.level })
}
