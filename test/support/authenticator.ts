import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** The code that an authenticator app shows at a time (RFC 6238, SHA-1, 6 digits, 30 seconds). */
export function appCode(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** What a browser would sign otherwise than it should. */
export interface Deviation {
  origin?: string
  rpId?: string
  challenge?: string
  isVerified?: boolean
  counter?: number
  userHandle?: string
}

interface Options {
  challenge: string
}

/** One passkey in software: P-256, discoverable, with a counter (WebAuthn Level 3). */
export function createAuthenticator(home: string) {
  const { origin, hostname } = new URL(home)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let handle = ''
  let counter = 0

  function clientData(type: string, { challenge }: Options, change: Deviation) {
    const data = { type, challenge: change.challenge ?? challenge, origin: change.origin ?? origin }
    return Buffer.from(JSON.stringify({ ...data, crossOrigin: false }))
  }

  /** Flags: user present (1), verified (4), attested credential data (64). */
  function authenticatorData(change: Deviation, attested?: Buffer) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(change.counter ?? ++counter)
    const flags = 1 | (change.isVerified === false ? 0 : 4) | (attested ? 64 : 0)
    return Buffer.concat([
      sha256(change.rpId ?? hostname),
      Buffer.from([flags]),
      count,
      attested ?? Buffer.alloc(0),
    ])
  }

  function coseKey() {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    return cbor(
      new Map<number, CborValue>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
  }

  const credential = <R>(response: R) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
    response,
  })

  return {
    /** Answers `navigator.credentials.create`. */
    create(options: Options & { user: { id: string } }, change: Deviation = {}) {
      handle = options.user.id
      const length = Buffer.from([id.length >> 8, id.length & 255])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey()])
      const attestation = new Map<string, CborValue>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(change, attested)],
      ])
      return credential({
        clientDataJSON: clientData('webauthn.create', options, change).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      })
    },

    /** Answers `navigator.credentials.get`. */
    get(options: Options, change: Deviation = {}) {
      const data = authenticatorData(change)
      const client = clientData('webauthn.get', options, change)
      return credential({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
        userHandle: change.userHandle ?? handle,
      })
    },
  }
}

export type Authenticator = ReturnType<typeof createAuthenticator>

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

type CborValue = number | string | Buffer | Map<number | string, CborValue>

/** As much of CBOR (RFC 8949) as an authenticator needs. */
function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)])
  return Buffer.concat([head(5, value.size), ...pairs])
}

function head(major: number, argument: number): Buffer {
  const type = major << 5
  if (argument < 24) return Buffer.from([type | argument])
  return argument < 256
    ? Buffer.from([type | 24, argument])
    : Buffer.from([type | 25, argument >> 8, argument & 255])
}
