import { UnusableFileError } from '../ports.ts'

/** Acrobat reads up to 14,400; ten metres of till roll are 28,346. */
const MAX_POINTS = 50_000

/**
 * A page as it is shown: /Rotate and /CropBox applied. In the page's own units, which are points (1/72 inch) unless it
 * sets /UserUnit; that factor is ignored, because everything derived from the size is a proportion.
 */
export interface PageSize {
  width: number
  height: number
}

/** Rejects sizes that cannot be rendered with UnusableFileError: `damaged` below 1 point, `too_many_pixels` if huge. */
export function checkedPageSize({ width, height }: PageSize): PageSize {
  if (!(width >= 1 && height >= 1)) throw new UnusableFileError('damaged', 'the page of the PDF has no size')
  if (Math.max(width, height) > MAX_POINTS) {
    const size = `${Math.round(width)} x ${Math.round(height)} points`
    throw new UnusableFileError(
      'too_many_pixels',
      `the page of the PDF is ${size}; at most ${MAX_POINTS} a side are read`,
    )
  }
  return { width, height }
}

/** The size that is stored and shown. Programs write fractions: A4 is 595.28 x 841.89 points. */
export const wholePoints = ({ width, height }: PageSize): PageSize => ({
  width: Math.round(width),
  height: Math.round(height),
})
