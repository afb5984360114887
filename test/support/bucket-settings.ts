import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { close, listen } from './aws.ts'

/** Each value is S3's answer: XML, or an error code. */
export interface BucketSettings {
  isMissing?: boolean
  region?: string
  encryption?: string
  publicAccessBlock?: string
  policyStatus?: string
  versioning?: string
  objectLock?: string
}

const NOT_THERE = {
  encryption: 'ServerSideEncryptionConfigurationNotFoundError',
  publicAccessBlock: 'NoSuchPublicAccessBlockConfiguration',
  policyStatus: 'NoSuchBucketPolicy',
  objectLock: 'ObjectLockConfigurationNotFoundError',
}

export const GOOD = {
  encryption: `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>
    <SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`,
  publicAccessBlock: `<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>
    <IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>
    <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`,
  versioning: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
} satisfies BucketSettings

/** The settings of one bucket, to be read and changed; no other bucket exists. Requires only a signature. */
export async function startBucketSettings(bucket: string) {
  const state = { settings: GOOD as BucketSettings, changes: [] as string[] }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const url = new URL(request.url ?? '/', 'http://s3')
    const fail = (status: number, code: string) => {
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(
        request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
      )
    }
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return fail(403, 'AccessDenied')
    if (url.pathname.replaceAll('/', '') !== bucket) return fail(404, 'NoSuchBucket')
    const creates = request.method === 'PUT' && url.search === ''
    if (creates) {
      state.changes.push('create')
      state.settings = {}
      return void response.writeHead(200).end()
    }
    const { region = 'ap-southeast-5', isMissing, ...settings } = state.settings
    if (isMissing) return fail(404, 'NoSuchBucket')
    if (request.method === 'HEAD')
      return void response.writeHead(200, { 'x-amz-bucket-region': region }).end()
    const name = (
      ['encryption', 'publicAccessBlock', 'policyStatus', 'versioning', 'objectLock'] as const
    ).find((key) => url.searchParams.has(key === 'objectLock' ? 'object-lock' : key))
    if (!name) return fail(405, 'MethodNotAllowed')
    if (request.method === 'PUT') {
      state.changes.push(name)
      state.settings = { ...state.settings, [name]: body.replace(/^<\?xml.*?\?>/, '') }
      return void response.writeHead(200).end()
    }
    const answer = settings[name] ?? (name === 'versioning' ? '<VersioningConfiguration/>' : NOT_THERE[name])
    if (!answer.startsWith('<')) return fail(answer === 'AccessDenied' ? 403 : 404, answer)
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${answer}`)
  })
  const endpoint = await listen(server)
  return Object.assign(state, { endpoint, close: () => close(server) })
}
