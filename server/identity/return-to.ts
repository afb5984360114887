const LONGEST = 2_000

/**
 * Where to go after signing in: a page of this app, or its start page when `wanted` is anything else. Whatever a
 * browser reads as another origin (`//host`, `/\host`, control characters in between) is not a page of this app.
 */
export function safeReturnTo(wanted: unknown, publicUrl: string): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted))
    return '/'
  if (!URL.canParse(wanted, publicUrl)) return '/'
  const url = new URL(wanted, publicUrl)
  // These would sign the person in again, or straight out.
  if (url.origin !== publicUrl || /^\/(auth|oidc)(\/|$)/i.test(decoded(url.pathname))) return '/'
  const path = url.pathname + url.search + url.hash
  return path.startsWith('//') ? '/' : path
}

/** The path as the router reads it, which takes `%61uth` for `auth`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
