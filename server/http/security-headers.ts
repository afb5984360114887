import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { Config } from '../config/config.ts'

/**
 * Helmet's headers, with a policy that restricts pages to this server's own resources and forbids inline scripts and
 * styles. Chromium also applies form-action to the redirects after a form, so it names the provider and LOGOUT_URI, where
 * signing out leads.
 */
export function securityHeaders(config: Config): FastifyHelmetOptions {
  const { publicUrl, logoutUri } = config
  const isHttps = publicUrl.startsWith('https:')
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: [
          "'self'",
          ...new Set([publicUrl, ...signOutOrigins(config.identity), new URL(logoutUri).origin]),
        ],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // The addresses of invitations and resets contain a code that no other site may see. (With no-referrer, browsers
    // would send our own forms with `Origin: null`.)
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    // On plain http, browsers ignore it with a warning (except on localhost).
    crossOriginOpenerPolicy: isHttps && { policy: 'same-origin' },
    originAgentCluster: isHttps,
  }
}

function signOutOrigins(identity: Config['identity']): string[] {
  if (identity.kind === 'local') return []
  return [new URL(identity.kind === 'cognito' ? identity.hostedUi : identity.issuer).origin]
}
