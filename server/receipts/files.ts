/** The keys of a receipt's files in the FileStore. An owner's id comes from a provider and may hold any character. */
export const folderOf = (userId: string, receiptId: string) => `${encodeURIComponent(userId)}/${receiptId}`

export const originalKey = (userId: string, receiptId: string, fileId: string) =>
  `${folderOf(userId, receiptId)}/${fileId}`

/** The text a reader found in a file: gzipped JSON of its PageText[]. */
export const textKey = (userId: string, receiptId: string, fileId: string) =>
  `${originalKey(userId, receiptId, fileId)}.text.json.gz`

export const thumbnailKey = (userId: string, receiptId: string, fileId: string) =>
  `${originalKey(userId, receiptId, fileId)}.thumbnail.webp`
