import { request as httpRequest, type IncomingMessage } from 'node:http'
import { type CookieJar, createCookieJar } from './cookie-jar.ts'

export interface Page {
  url: URL
  status: number
  headers: Headers
  text: string
  /** Every address on the way here, including the last one. */
  visited: string[]
}

export interface BrowserOptions {
  jar?: CookieJar
  /** Where a request to an address really goes, as a proxy would send it; replaces the Host header if it gives one. */
  route?: (url: URL) => { socket: URL; host?: string }
  /** The address of this machine that requests come from; default: the loopback of the socket. */
  from?: string
  /** Headers of every request, e.g. those a proxy adds. */
  headers?: Record<string, string>
}

/**
 * A small browser without scripts: cookies, redirects, links and forms, and the headers browsers add.
 * @param home the address relative paths start from
 */
export function createBrowser(home: string, options: BrowserOptions = {}) {
  const jar = options.jar ?? createCookieJar()
  const route: NonNullable<BrowserOptions['route']> = options.route ?? ((url) => ({ socket: url }))

  /** One request with this browser's cookies; redirects are not followed. */
  async function send(target: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(target, home)
    const { socket, host = url.host } = route(url)
    const outgoing = new Request('http://unused', { ...init, signal: null })
    const body = Buffer.from(await outgoing.arrayBuffer())
    const headers: Record<string, string> = {
      ...options.headers,
      ...Object.fromEntries(outgoing.headers),
      host,
    }
    const cookies = jar.header(url)
    if (cookies && !('cookie' in headers)) headers.cookie = cookies
    if (body.length > 0) headers['content-length'] = String(body.length)

    const answer = await new Promise<{ message: IncomingMessage; bytes: Buffer }>((resolve, reject) => {
      const sent = httpRequest(
        {
          host: socket.hostname.replace(/[[\]]/g, ''),
          port: socket.port,
          localAddress: options.from,
          path: url.pathname + url.search,
          method: outgoing.method,
          headers,
          // Browsers accept far larger headers than Node's default.
          maxHeaderSize: 256 * 1024,
        },
        (message) => {
          if (message.headers['content-type']?.startsWith('text/event-stream')) {
            // It would not end.
            message.on('error', () => {})
            sent.destroy()
            resolve({ message, bytes: Buffer.alloc(0) })
            return
          }
          const chunks: Buffer[] = []
          message.on('data', (chunk) => chunks.push(chunk))
          message.on('end', () => resolve({ message, bytes: Buffer.concat(chunks) }))
          message.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
    const { message, bytes } = answer
    const received = new Headers()
    for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
      received.append(message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '')
    }
    jar.store(url, received.getSetCookie())
    const status = message.statusCode ?? 0
    const empty = status === 204 || status === 205 || status === 304
    return new Response(empty ? null : new Uint8Array(bytes), { status, headers: received })
  }

  /** Opens an address as a person does, and follows redirects to the last page. */
  async function navigate(target: string | URL, init: RequestInit = {}, from?: URL): Promise<Page> {
    let url = new URL(target, home)
    let next = init
    const visited: string[] = []
    for (let hops = 0; hops < 20; hops++) {
      visited.push(url.href)
      const response = await send(url, {
        ...next,
        headers: {
          accept: 'text/html,application/xhtml+xml',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
          'sec-fetch-site': !from ? 'none' : from.origin === url.origin ? 'same-origin' : 'cross-site',
          ...(next.method === 'POST' && from ? { origin: from.origin } : {}),
          ...Object.fromEntries(new Headers(next.headers)),
        },
      })
      const location = response.headers.get('location')
      if (!location || response.status < 300 || response.status > 399) {
        return {
          url,
          status: response.status,
          headers: response.headers,
          text: await response.text(),
          visited,
        }
      }
      url = new URL(location, url)
      if (response.status !== 307 && response.status !== 308) next = { headers: init.headers ?? {} }
    }
    throw new Error(`too many redirects: ${visited.join(' -> ')}`)
  }

  return {
    jar,
    send,
    navigate,
    /** Follows the first link whose text contains `label`. */
    click(page: Page, label: string) {
      const link = [...page.text.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)].find((m) => m[2]?.includes(label))
      const href = attribute(link?.[1] ?? '', 'href')
      if (href === undefined) throw new Error(`no link "${label}" on ${page.url}:\n${page.text}`)
      return navigate(new URL(href, page.url), {}, page.url)
    },
    /** Fills in the only form of the page and submits it. */
    submit(page: Page, fields: Record<string, string> = {}, init: RequestInit = {}) {
      const form = /<form\b([^>]*)>([\s\S]*?)<\/form>/.exec(page.text)
      if (!form) throw new Error(`no form on ${page.url} (${page.status}):\n${page.text}`)
      const values = new URLSearchParams()
      for (const [, input = ''] of (form[2] ?? '').matchAll(/<input\b([^>]*)>/g)) {
        const name = attribute(input, 'name')
        if (name) values.set(name, attribute(input, 'value') ?? '')
      }
      for (const [name, value] of Object.entries(fields)) {
        if (!values.has(name)) throw new Error(`no field "${name}" on ${page.url}`)
        values.set(name, value)
      }
      const action = new URL(attribute(form[1] ?? '', 'action') ?? '', page.url)
      return navigate(action, { ...init, method: 'POST', body: values }, page.url)
    },
  }
}

export type Browser = ReturnType<typeof createBrowser>

function attribute(tag: string, name: string) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
