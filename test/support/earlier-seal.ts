import { createCipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto'

const CHUNK = 65_536

/** Encrypts a backup as releases before the age format did (docs/keeping.md). */
export function sealEarlier(passphrase: string, plain: Buffer): Buffer {
  const salt = randomBytes(32)
  const begin = Buffer.concat([Buffer.from('MTTSEAL\x01', 'latin1'), Buffer.from([14, 8, 1]), salt])
  const secret = scryptSync(passphrase, salt, 64, { N: 2 ** 14, r: 8, p: 1 })
  const parts = [begin, createHmac('sha256', secret.subarray(32)).update(begin).digest()]
  for (let index = 0; index * CHUNK < plain.length; index++) {
    const nonce = Buffer.alloc(12)
    nonce.writeUIntBE(index, 5, 6)
    nonce.writeUInt8((index + 1) * CHUNK >= plain.length ? 1 : 0, 11)
    const cipher = createCipheriv('aes-256-gcm', secret.subarray(0, 32), nonce)
    const chunk = plain.subarray(index * CHUNK, (index + 1) * CHUNK)
    parts.push(cipher.update(chunk), cipher.final(), cipher.getAuthTag())
  }
  return Buffer.concat(parts)
}
