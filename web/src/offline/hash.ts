/**
 * Hex SHA-256 of a file. WebCrypto is missing on plain http, and the content security policy allows no WebAssembly, so
 * a library in plain JavaScript computes it.
 */
export async function hashOf(file: Blob): Promise<string> {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ])
  return bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())))
}
