type Stored = Record<string, unknown>

const isStored = (value: unknown): value is Stored => typeof value === 'object' && value !== null

const whole = (size: unknown) => (typeof size === 'number' ? Math.round(size) : size)

/** Until November 2026 page sizes of PDFs were stored in fractions of a point, which no answer could show. */
export function repairFile(file: unknown): unknown {
  if (!isStored(file)) return file
  const { width, height } = file
  return Number.isInteger(width) && Number.isInteger(height)
    ? file
    : { ...file, width: whole(width), height: whole(height) }
}

/** Earlier releases said of a receipt of a year without law data that it does not count, which nobody knew. */
const NO_LAW = /^(There are no data of year of assessment|The year of assessment) \d+( has no law data)?$/

function repairSuggestion(suggestion: unknown): unknown {
  const parts: unknown[] = isStored(suggestion) && Array.isArray(suggestion.parts) ? suggestion.parts : []
  const isUnfounded = parts.some((part) => isStored(part) && NO_LAW.test(String(part.reason)))
  return isUnfounded ? null : suggestion
}

/** The detail of a stored receipt without what earlier releases are known to have broken. */
export const repairDetail = (detail: Stored): Stored => ({
  ...detail,
  ...(Array.isArray(detail.files) && { files: detail.files.map(repairFile) }),
  ...(isStored(detail.suggestion) && { suggestion: repairSuggestion(detail.suggestion) }),
})
