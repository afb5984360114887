/**
 * What is signed in a compact JWS: its first two parts, `header.payload`. Undefined unless the token is written the
 * one way RFC 7515 (7.1, with section 2 for base64url) allows: three parts that are not empty, no padding, no white
 * space, unused bits zero. Decoders accept other spellings of the same token, and a revocation must not depend on the
 * spelling.
 */
export function signingInputOf(token: string): string | undefined {
  const parts = token.split('.')
  if (parts.length !== 3 || !parts.every(isBase64url)) return undefined
  return token.slice(0, token.lastIndexOf('.'))
}

/**
 * Whether a refresh token may be sent to the provider. Most are opaque and none of our business; one that is a JWS has
 * to be canonical like every other token.
 */
export const isAcceptableRefreshToken = (token: string) =>
  !looksLikeJws(token) || signingInputOf(token) !== undefined

/** Every JSON object that starts with `{"` is `eyJ...` in base64url; an encrypted token (JWE) has five parts. */
const looksLikeJws = (token: string) => token.startsWith('eyJ') && token.split('.').length === 3

/** Decoding is lenient, encoding is not: only canonical text survives the round trip. */
const isBase64url = (text: string) =>
  text !== '' && Buffer.from(text, 'base64url').toString('base64url') === text
