import type { Receipt } from '../../../server/api-types.ts'

/** The version of each receipt that this window made last. */
const versions = new Map<string, number>()

/** Remembers a change of this window, which has marked stale what follows from it. */
export const madeHere = ({ id, version }: Receipt) => void versions.set(id, version)

/**
 * Whether the lists of this window follow this version already. A receipt that was merely fetched in it says nothing
 * about them: they may have been asked for before.
 */
export const isMadeHere = (id: string, version: number) => (versions.get(id) ?? 0) >= version
