import { readFile, stat } from 'node:fs/promises'
import type { PageText } from '../page-text.ts'
import { UnusableFileError } from '../ports.ts'
import type { GrayImage } from './gray-image.ts'
import { MAX_BYTES_IN_MEMORY, MAX_PAGES, MAX_SIDE, tooManyPages } from './limits.ts'
import { frameOf, type PageSize, wholePoints } from './pdf-geometry.ts'
import { readTextLayer } from './pdf-text.ts'
import { forgetPdfium, loadPdfium, type Pdfium } from './pdfium.ts'

/** FPDF_GetLastError: the document needs a password, or uses an unknown kind of protection. */
const PASSWORD_NEEDED = 4
const UNKNOWN_PROTECTION = 5

/** A4 at 200 dpi is 1,654 pixels wide. Narrow till rolls are rendered finer, posters coarser. */
const DPI = 200
const NARROWEST = 1200
const MOST_PIXELS = 16_000_000

const GRAY_BITMAP = 1
const ANNOTATIONS_AND_GRAYSCALE = 0x01 | 0x08
const WHITE = 0xffffffff

export interface PdfPage {
  /** The page as shown (/Rotate and /CropBox applied) in whole points, at least 1. */
  width: number
  height: number
  /** The number of pages in the PDF. */
  pages: number
  /** The text layer; null when the page has none to rely on and must be read from its picture. */
  text(): PageText | null
  /** Renders the page; without `longestSide` (pixels) at the resolution OCR needs. */
  draw(longestSide?: number): GrayImage
}

export interface PdfPageOptions {
  /** From 1. Default: the first. */
  page?: number | undefined
  /** The maximum number of pages of the PDF. */
  most?: number
  password?: string | undefined
}

/**
 * Opens a page of a PDF for `use`. Rejects with UnusableFileError (`damaged`, `encrypted`, `wrong_password`,
 * `too_many_pages`, `too_many_pixels`).
 */
export async function withPdfPage<T>(
  path: string,
  use: (page: PdfPage) => T | Promise<T>,
  options: PdfPageOptions = {},
): Promise<T> {
  try {
    return await openPage(path, use, options)
  } catch (error) {
    if ((error as Error).name !== 'RuntimeError') throw error
    // The file made the WebAssembly trap. Its memory is in no state to open another file.
    forgetPdfium()
    throw damaged('the PDF is damaged')
  }
}

async function openPage<T>(
  path: string,
  use: (page: PdfPage) => T | Promise<T>,
  { page: number = 1, most = MAX_PAGES, password }: PdfPageOptions,
): Promise<T> {
  if ((await stat(path)).size > MAX_BYTES_IN_MEMORY) throw damaged('the PDF is too large to be opened')
  const bytes = await readFile(path)
  const pdfium = await loadPdfium()
  const data = pdfium._malloc(bytes.length)
  if (data === 0) throw damaged('the PDF is too large to be opened')
  pdfium.HEAPU8.set(bytes, data)
  const document = loadDocument(pdfium, { data, size: bytes.length }, password)
  try {
    if (!document) throw cannotOpen(pdfium._FPDF_GetLastError(), password)
    const pages = pdfium._FPDF_GetPageCount(document)
    if (pages > most) throw tooManyPages(pages, most)
    const page = number <= pages && pdfium._FPDF_LoadPage(document, number - 1)
    if (!page) throw damaged(`page ${number} of the PDF cannot be opened`)
    try {
      return await use(pageOf(pdfium, page, { number, pages }))
    } finally {
      pdfium._FPDF_ClosePage(page)
    }
  } finally {
    if (document) pdfium._FPDF_CloseDocument(document)
    pdfium._free(data)
  }
}

const damaged = (message: string) => new UnusableFileError('damaged', message)

/**
 * Tries the password as UTF-8, which is how PDF 2.0 has it, then as Latin-1 for older files (ISO 32000-2, 7.6.4.3).
 * @returns 0 if the document cannot be opened
 */
function loadDocument(
  pdfium: Pdfium,
  { data, size }: { data: number; size: number },
  password: string | undefined,
): number {
  if (password === undefined) return pdfium._FPDF_LoadMemDocument(data, size, 0)
  for (const encoding of ['utf8', 'latin1'] as const) {
    const bytes = Buffer.from(`${password}\0`, encoding)
    const at = pdfium._malloc(bytes.length)
    pdfium.HEAPU8.set(bytes, at)
    const document = pdfium._FPDF_LoadMemDocument(data, size, at)
    pdfium.HEAPU8.fill(0, at, at + bytes.length)
    pdfium._free(at)
    if (document) return document
  }
  return 0
}

function cannotOpen(error: number, password: string | undefined): UnusableFileError {
  if (error === UNKNOWN_PROTECTION) {
    return new UnusableFileError('unsupported', 'the PDF is protected in a way that is not supported')
  }
  if (error === PASSWORD_NEEDED) {
    return password === undefined
      ? new UnusableFileError('encrypted', 'the PDF is protected by a password')
      : new UnusableFileError('wrong_password', 'the password does not open the PDF')
  }
  return damaged('the PDF is damaged or ends early')
}

function pageOf(pdfium: Pdfium, page: number, { number, pages }: { number: number; pages: number }): PdfPage {
  const frame = frameOf(pdfium, page)
  return {
    ...wholePoints(frame.size),
    pages,
    text: () => readTextLayer(pdfium, page, { number, frame }),
    draw: (longestSide) => draw(pdfium, page, frame.size, longestSide),
  }
}

function draw(pdfium: Pdfium, page: number, { width, height }: PageSize, longestSide?: number): GrayImage {
  const finest = Math.min(Math.sqrt(MOST_PIXELS / (width * height)), MAX_SIDE / Math.max(width, height))
  const wanted = longestSide ? longestSide / Math.max(width, height) : Math.max(DPI / 72, NARROWEST / width)
  const scale = Math.min(finest, wanted)
  const across = Math.max(1, Math.floor(width * scale))
  const down = Math.max(1, Math.floor(height * scale))
  const data = pdfium._malloc(across * down)
  if (data === 0) throw new Error('no memory to render a PDF page')
  const bitmap = pdfium._FPDFBitmap_CreateEx(across, down, GRAY_BITMAP, data, across)
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, across, down, WHITE)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, ANNOTATIONS_AND_GRAYSCALE)
    return { width: across, height: down, data: pdfium.HEAPU8.slice(data, data + across * down) }
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap)
    pdfium._free(data)
  }
}
