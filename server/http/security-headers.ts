import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { Config } from '../config/config.ts'

/**
 * Helmet's headers with a policy that lets pages use only what this server sends, and no inline script or style.
 * Chromium applies form-action to the redirects after a form as well: signing out goes by the provider's pages to
 * LOGOUT_URI.
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
    // Invitations and resets carry a code in their address, which no other site is told. (With no-referrer
    // browsers would send our own forms with `Origin: null`.)
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    // Browsers ignore it, with a warning, on plain http hosts other than localhost.
    crossOriginOpenerPolicy: isHttps && { policy: 'same-origin' },
    originAgentCluster: isHttps,
  }
}

function signOutOrigins(identity: Config['identity']): string[] {
  if (identity.kind === 'local') return []
  return [new URL(identity.kind === 'cognito' ? identity.hostedUi : identity.issuer).origin]
}
