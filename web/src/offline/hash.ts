/**
 * Hex SHA-256 of a file. WebCrypto is missing on plain http, and the content security policy allows no WebAssembly, so
 * a library in plain JavaScript computes it there.
 */
export async function hashOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  if (crypto.subtle) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const { sha256 } = await import('@noble/hashes/sha2.js')
  return hex(sha256(new Uint8Array(bytes)))
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
