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

/** The detail of a stored receipt without what earlier releases are known to have broken. */
export const repairDetail = (detail: Stored): Stored =>
  Array.isArray(detail.files) ? { ...detail, files: detail.files.map(repairFile) } : detail
