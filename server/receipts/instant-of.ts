/** When an id (UUIDv7) was made; undefined where it is none. */
export function madeAt(id: string): Date | undefined {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return id.charAt(14) === '7' && at > 0 ? new Date(at) : undefined
}

/** When an id (UUIDv7) was made; 1970 where it is none. */
export const instantOf = (id: string): Date => madeAt(id) ?? new Date(0)
