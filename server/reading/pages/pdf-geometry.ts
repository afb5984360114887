import { type QuarterTurn, turnBox } from '../boxes.ts'
import type { Box } from '../page-text.ts'
import { UnusableFileError } from '../ports.ts'
import type { Pdfium } from './pdfium.ts'

/** Acrobat reads up to 14,400; ten metres of till roll are 28,346. */
const MAX_POINTS = 50_000

/** Width and height of a page as it is shown. */
export interface PageSize {
  width: number
  height: number
}

/** In a page's own coordinates, y upwards. */
export interface PageRectangle {
  left: number
  bottom: number
  right: number
  top: number
}

/**
 * The visible part of a page: /CropBox within /MediaBox. Lengths are in the page's own units, which are points
 * (1/72 inch) unless it sets /UserUnit; that factor is ignored, because everything derived from them is a proportion.
 */
export interface PageFrame {
  visible: PageRectangle
  /** /Rotate: degrees clockwise from the page's own coordinates to the page as shown. */
  rotate: QuarterTurn
  size: PageSize
}

/**
 * Rejects pages that cannot be rendered with UnusableFileError: `damaged` if a side is below 1 point,
 * `too_many_pixels` if one is longer than any paper.
 */
export function frameOf(pdfium: Pdfium, page: number): PageFrame {
  const size = {
    width: pdfium._FPDF_GetPageWidthF(page),
    height: pdfium._FPDF_GetPageHeightF(page),
  }
  checkSize(size)
  return { size, visible: boundingBox(pdfium, page), rotate: quarterTurn(pdfium._FPDFPage_GetRotation(page)) }
}

function checkSize({ width, height }: PageSize): void {
  if (!(width >= 1 && height >= 1)) throw new UnusableFileError('damaged', 'the page of the PDF has no size')
  if (Math.max(width, height) <= MAX_POINTS) return
  const size = `${Math.round(width)} x ${Math.round(height)} points`
  throw new UnusableFileError(
    'too_many_pixels',
    `the page of the PDF is ${size}; at most ${MAX_POINTS} a side are read`,
  )
}

function boundingBox(pdfium: Pdfium, page: number): PageRectangle {
  const at = pdfium._malloc(16)
  const found = pdfium._FPDF_GetPageBoundingBox(page, at)
  const rectangle = rectangleAt(pdfium, at)
  pdfium._free(at)
  if (!found) throw new UnusableFileError('damaged', 'the page of the PDF has no size')
  return rectangle
}

/** Reads an FS_RECTF: four floats in the order left, top, right, bottom. */
export function rectangleAt(pdfium: Pdfium, at: number): PageRectangle {
  const [left = 0, top = 0, right = 0, bottom = 0] = floatsAt(pdfium, at)
  return { left, bottom, right, top }
}

/** Reads four floats. */
export const floatsAt = (pdfium: Pdfium, at: number) =>
  new Float32Array(pdfium.HEAPU8.slice(at, at + 16).buffer)

/** @param turns quarter turns clockwise */
export const quarterTurn = (turns: number) => ((((turns % 4) + 4) % 4) * 90) as QuarterTurn

/** The size that is stored and shown. Programs write fractions: A4 is 595.28 x 841.89 points. */
export const wholePoints = ({ width, height }: PageSize): PageSize => ({
  width: Math.round(width),
  height: Math.round(height),
})

/** Where a rectangle lies on the page as shown; parts outside the visible page keep coordinates outside 0..1. */
export function toShown({ visible, rotate }: PageFrame, rectangle: PageRectangle): Box {
  const across = visible.right - visible.left
  const up = visible.top - visible.bottom
  const [left, right] = [rectangle.left, rectangle.right].sort(ascending) as [number, number]
  const [bottom, top] = [rectangle.bottom, rectangle.top].sort(ascending) as [number, number]
  const box = {
    left: (left - visible.left) / across,
    top: (visible.top - top) / up,
    width: (right - left) / across,
    height: (top - bottom) / up,
  }
  return turnBox(box, rotate)
}

const ascending = (a: number, b: number) => a - b

/** The part of a box that lies on the page; null if there is none. */
export function onPage(box: Box): Box | null {
  const left = Math.max(0, box.left)
  const top = Math.max(0, box.top)
  const width = Math.min(1, box.left + box.width) - left
  const height = Math.min(1, box.top + box.height) - top
  return width > 0 && height > 0 ? { left, top, width, height } : null
}
