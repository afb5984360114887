import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

interface Version {
  id: string
  /** null: a delete marker. */
  bytes: Buffer | null
  type: string
  retention?: { mode: string; until: Date }
}

interface Bucket {
  versioned: boolean
  locked: boolean
  objects: Map<string, Version[]>
}

/** Faults of the next requests, in this order. */
export type Trouble = 'nothing' | 'unavailable' | 'slow down' | 'break off' | 'hang'

/**
 * The part of S3 that the server uses, in memory. It is stricter than S3: a put needs the right SHA-256, a type and
 * encryption.
 */
export function createS3Handler() {
  const buckets = new Map<string, Bucket>()
  const trouble: Trouble[] = []
  const hung: string[] = []
  let lastVersion = 0

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    const next = trouble.shift()
    if (next === 'hang') return void hung.push(String(request.method))
    if (next === 'break off') return void response.destroy()
    if (next === 'unavailable') return fail(response, 503, 'ServiceUnavailable')
    if (next === 'slow down') return fail(response, 503, 'SlowDown')
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=test/')) {
      return fail(response, 403, 'AccessDenied')
    }
    const url = new URL(request.url ?? '/', 'http://s3')
    const [name = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent)
    const key = rest.join('/')
    const bucket = buckets.get(name)
    if (!key && request.method === 'PUT' && !url.search) {
      const locked = request.headers['x-amz-bucket-object-lock-enabled'] === 'true'
      buckets.set(name, { versioned: locked, locked, objects: new Map() })
      return response.end()
    }
    if (!bucket) return fail(response, 404, 'NoSuchBucket')
    if (!key) return ofBucket(bucket, request, url, body, response)
    if (url.searchParams.has('retention')) return retention(bucket, key, request, url, body, response)
    if (request.method === 'PUT') return put(bucket, key, request, body, response)
    if (request.method === 'GET' || request.method === 'HEAD') return get(bucket, key, request, response)
    fail(response, 405, 'MethodNotAllowed')
  }

  function ofBucket(
    bucket: Bucket,
    request: IncomingMessage,
    url: URL,
    body: Buffer,
    response: ServerResponse,
  ) {
    if (request.method === 'HEAD') return response.end()
    if (url.searchParams.has('versioning')) {
      bucket.versioned = body.includes('<Status>Enabled</Status>')
      return response.end()
    }
    if (url.searchParams.has('versions')) return list(bucket, url.searchParams.get('prefix') ?? '', response)
    if (url.searchParams.has('delete')) return remove(bucket, String(body), response)
    fail(response, 405, 'MethodNotAllowed')
  }

  function put(
    bucket: Bucket,
    key: string,
    { headers }: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ) {
    const sha256 = createHash('sha256').update(body).digest('base64')
    if (headers['x-amz-checksum-sha256'] !== sha256) return fail(response, 400, 'BadDigest')
    if (headers['x-amz-server-side-encryption'] !== 'AES256') return fail(response, 403, 'AccessDenied')
    const type = headers['content-type']
    if (!type) return fail(response, 400, 'InvalidArgument')
    const older = bucket.versioned ? (bucket.objects.get(key) ?? []) : []
    const id = bucket.versioned ? `v${++lastVersion}` : 'null'
    bucket.objects.set(key, [{ id, bytes: body, type }, ...older])
    response.end()
  }

  function get(bucket: Bucket, key: string, { headers }: IncomingMessage, response: ServerResponse) {
    const found = bucket.objects.get(key)?.[0]
    if (!found?.bytes) return fail(response, 404, 'NoSuchKey')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const part = from ? found.bytes.subarray(Number(from), Number(to) + 1) : found.bytes
    response.writeHead(from ? 206 : 200, {
      'content-type': found.type,
      'content-length': part.length,
      'x-amz-server-side-encryption': 'AES256',
      ...(from && { 'content-range': `bytes ${from}-${to}/${found.bytes.length}` }),
    })
    response.end(part)
  }

  /** A lock is only ever extended and never weakened, as in S3 without the right to bypass governance. */
  function retention(
    bucket: Bucket,
    key: string,
    request: IncomingMessage,
    url: URL,
    body: Buffer,
    response: ServerResponse,
  ) {
    if (!bucket.locked) return fail(response, 400, 'InvalidRequest')
    const id = url.searchParams.get('versionId')
    const version = bucket.objects.get(key)?.find((v) => id === null || v.id === id)
    if (!version?.bytes) return fail(response, 404, id ? 'NoSuchVersion' : 'NoSuchKey')
    const { retention: held } = version
    if (request.method === 'GET') {
      if (!held) return fail(response, 404, 'NoSuchObjectLockConfiguration')
      const until = `<RetainUntilDate>${held.until.toISOString()}</RetainUntilDate>`
      return xml(response, `<Retention><Mode>${held.mode}</Mode>${until}</Retention>`)
    }
    if (!Object.keys(request.headers).some((name) => /^(content-md5|x-amz-checksum-)/.test(name))) {
      return fail(response, 400, 'InvalidRequest')
    }
    const mode = /<Mode>(.*?)<\/Mode>/.exec(String(body))?.[1] ?? ''
    const until = new Date(/<RetainUntilDate>(.*?)<\/RetainUntilDate>/.exec(String(body))?.[1] ?? '')
    const isLess = held && (until < held.until || (held.mode === 'COMPLIANCE' && mode !== 'COMPLIANCE'))
    if (isLess) return fail(response, 403, 'AccessDenied')
    version.retention = { mode, until }
    response.end()
  }

  function list(bucket: Bucket, prefix: string, response: ServerResponse) {
    const entries = [...bucket.objects].flatMap(([key, versions]) =>
      key.startsWith(prefix)
        ? versions.map((version, age) => ({ key, isLatest: age === 0, ...version }))
        : [],
    )
    const rows = entries.map(({ key, id, bytes, isLatest }) => {
      const tag = bytes ? 'Version' : 'DeleteMarker'
      return `<${tag}><Key>${escaped(key)}</Key><VersionId>${id}</VersionId><IsLatest>${isLatest}</IsLatest></${tag}>`
    })
    xml(response, `<ListVersionsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListVersionsResult>`)
  }

  function remove(bucket: Bucket, body: string, response: ServerResponse) {
    const refused: string[] = []
    for (const [, object = ''] of body.matchAll(/<Object>(.*?)<\/Object>/gs)) {
      const key = /<Key>(.*?)<\/Key>/.exec(object)?.[1] ?? ''
      const id = /<VersionId>(.*?)<\/VersionId>/.exec(object)?.[1]
      const versions = bucket.objects.get(key) ?? []
      const held = versions.find((version) => version.id === id)?.retention
      if (held && held.until > new Date()) {
        const which = `<Key>${escaped(key)}</Key><VersionId>${id}</VersionId>`
        refused.push(`<Error>${which}<Code>AccessDenied</Code><Message>locked</Message></Error>`)
        continue
      }
      const left = id
        ? versions.filter((version) => version.id !== id)
        : bucket.versioned
          ? [{ id: `v${++lastVersion}`, bytes: null, type: '' }, ...versions]
          : []
      if (left.length > 0) bucket.objects.set(key, left)
      else bucket.objects.delete(key)
    }
    xml(response, `<DeleteResult>${refused.join('')}</DeleteResult>`)
  }

  return { handle, trouble, hung }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function xml(response: ServerResponse, body: string, status = 200) {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)
}

const fail = (response: ServerResponse, status: number, code: string) =>
  xml(response, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status)
