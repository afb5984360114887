/** Why the server is not ready. */
export const readiness = {
  parts: {
    records: 'the store of receipts',
    files: 'the store of files',
    endedSessions: 'the list of ended sessions',
  },
  late: (part: string) => `No answer from ${part} within two seconds.`,
  full: (part: string) => `No room left in ${part}.`,
  unreachable: (part: string) => `A request to ${part} failed.`,
  incomplete: (part: string) =>
    `Something is missing in ${part}: \`npm run doctor\` lists it, and \`npm run doctor -- --repair\` creates it.`,
  newer: (part: string) => `A newer release has written to ${part}. This server must be replaced by it.`,
}
