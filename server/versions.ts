/** The version a change is based on, several of which any will do, or whatever it is now. */
export type BasedOn = number | readonly number[] | 'any'

export const isBasedOn = (based: BasedOn, version: number) =>
  based === 'any' || [based].flat().includes(version)
