/**
 * What a person has typed and not saved, by receipt: it outlives a reload, a lost network and an ended session. Kept on
 * this device under the person's own key, so that nobody else who signs in here sees it.
 */
export interface Drafts {
  read(receiptId: string): Record<string, string>
  write(receiptId: string, field: string, text: string): void
  forget(receiptId: string, field?: string): void
}

const PREFIX = 'draft:'

export function createDrafts(sub: string, storage: Storage = localStorage): Drafts {
  const keyOf = (receiptId: string) => `${PREFIX}${sub}:${receiptId}`

  function read(receiptId: string): Record<string, string> {
    const text = storage.getItem(keyOf(receiptId))
    if (text === null) return {}
    const stored: unknown = JSON.parse(text)
    return stored !== null && typeof stored === 'object' ? (stored as Record<string, string>) : {}
  }

  function save(receiptId: string, draft: Record<string, string>) {
    if (Object.keys(draft).length === 0) storage.removeItem(keyOf(receiptId))
    else storage.setItem(keyOf(receiptId), JSON.stringify(draft))
  }

  return {
    read,
    write: (receiptId, field, text) => save(receiptId, { ...read(receiptId), [field]: text }),
    forget(receiptId, field) {
      const { [field ?? '']: _, ...rest } = read(receiptId)
      save(receiptId, field === undefined ? {} : rest)
    },
  }
}

/** Removes every draft of everybody: at sign-out nothing a person typed stays on the device. */
export function forgetAllDrafts(storage: Storage = localStorage) {
  for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key)
}
