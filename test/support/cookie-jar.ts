interface StoredCookie {
  name: string
  value: string
  host: string
  path: string
  secure: boolean
  expiresAt: number
  /** The whole Set-Cookie line, for tests that check its flags. */
  line: string
}

/** Keeps cookies as a browser does: by host, path, Secure and Max-Age (measured on the possibly frozen Date). */
export function createCookieJar() {
  let cookies: StoredCookie[] = []
  const alive = () => cookies.filter((c) => c.expiresAt > Date.now())

  return {
    /** Stores the Set-Cookie lines of a response from `url`. */
    store(url: URL, lines: string[]) {
      for (const line of lines) {
        const cookie = parse(url, line)
        cookies = cookies.filter(
          (c) => !(c.name === cookie.name && c.host === cookie.host && c.path === cookie.path),
        )
        // A browser silently drops a cookie that is too long.
        if (cookie.name.length + cookie.value.length <= 4096) cookies.push(cookie)
      }
    },
    /** The Cookie header for a request to `url`. */
    header(url: URL) {
      return alive()
        .filter((c) => c.host === url.hostname && pathMatches(url.pathname, c.path))
        .filter((c) => !c.secure || url.protocol === 'https:')
        .map((c) => `${c.name}=${c.value}`)
        .join('; ')
    },
    get: (name: string) => alive().find((c) => c.name === name),
    names: () => alive().map((c) => c.name),
    /** Plants a cookie, as an attacker or an earlier visit might have. */
    set(url: URL, line: string) {
      this.store(url, [line])
    },
    delete(name: string) {
      cookies = cookies.filter((c) => c.name !== name)
    },
    /** Another profile with the same cookies, e.g. of somebody who stole them. */
    copy() {
      const other = createCookieJar()
      for (const c of cookies) other.store(new URL(`http://${c.host}${c.path}`), [c.line])
      return other
    },
  }
}

export type CookieJar = ReturnType<typeof createCookieJar>

function parse(url: URL, line: string): StoredCookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const attribute = (name: string) =>
    attributes.find((a) => a.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
  const maxAge = attribute('max-age')
  const expires = attribute('expires')
  let expiresAt = Number.POSITIVE_INFINITY
  if (expires !== undefined) expiresAt = Date.parse(expires)
  if (maxAge !== undefined) expiresAt = Date.now() + Number(maxAge) * 1000
  const directory = url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf('/')))
  return {
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
    host: url.hostname,
    path: attribute('path') ?? directory,
    secure: attributes.some((a) => a.toLowerCase() === 'secure'),
    expiresAt,
    line,
  }
}

function pathMatches(pathname: string, path: string) {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
