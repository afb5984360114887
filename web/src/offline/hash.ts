/**
 * WebCrypto is missing on plain http, and the content security policy allows no WebAssembly, so a library in plain
 * JavaScript computes hashes there.
 */
const loadLibrary = () => import('@noble/hashes/sha2.js')

/** Loads what computes hashes while there is a network: a file may be chosen when there is none. */
export const prepareHashing = () => (crypto.subtle ? undefined : loadLibrary())

/** Hex SHA-256 of a file. */
export async function hashOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  if (crypto.subtle) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const { sha256 } = await loadLibrary()
  return hex(sha256(new Uint8Array(bytes)))
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
