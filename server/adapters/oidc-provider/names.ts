export const MOUNT = '/oidc'
export const SESSION_COOKIE = 'provider_session'
export const SCOPE = 'openid email profile phone'
/** `prompt=create` of OpenID Connect, Initiating User Registration 1.0. */
export const CREATE = 'create'
