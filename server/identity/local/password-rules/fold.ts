/** Shorter parts of a password are left alone: nearly any four letters are on some list. */
export const SHORTEST_STEM = 4

/** A password as it is compared: without case, and without the differences between keyboards. */
export const foldPassword = (password: string): string => password.normalize('NFKC').toLowerCase().trim()
