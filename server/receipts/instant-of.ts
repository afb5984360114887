/** When an id (UUIDv7) was made; 1970 where it is none. */
export const instantOf = (id: string) => {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return new Date(id.charAt(14) === '7' && at > 0 ? at : 0)
}
