/** The cookies of a request by name. Where a name was sent twice, one of its values. */
export type CookieJar = Record<string, string | undefined>

/** What a request brings to authenticate itself. */
export interface Credentials {
  authorization: string | undefined
  /** The Cookie header as sent. */
  cookieHeader: string | undefined
  cookies: CookieJar
}

/** Who is asking, from a verified access token that was not revoked. */
export interface Principal {
  /** The owner of everything this person stores. */
  sub: string
  /** How the token was sent: a change by cookie needs proof of the same origin, a bearer token is that proof. */
  via: 'bearer' | 'cookie'
  /** The provider's name for the person. */
  username?: string | undefined
  /** The session the token belongs to, where the provider names it. */
  sessionId?: string | undefined
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether anyone may call the route. Routes are protected unless they say so. */
    public?: boolean
  }
  interface FastifyRequest {
    /** Set by the gate for every protected route, undefined for public ones. */
    principal: Principal | undefined
  }
}
