import { PDFiumModule } from '@hyzyla/pdfium'

/** The functions of PDFium's C interface (fpdfview.h, fpdf_text.h, fpdf_edit.h) used here; pointers are numbers. */
export interface Pdfium {
  HEAPU8: Uint8Array
  _malloc(size: number): number
  _free(pointer: number): void
  _FPDF_InitLibrary(): void
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetLastError(): number
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageWidthF(page: number): number
  _FPDF_GetPageHeightF(page: number): number
  _FPDF_GetPageBoundingBox(page: number, rect: number): number
  /** Quarter turns clockwise. */
  _FPDFPage_GetRotation(page: number): number
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, data: number, stride: number): number
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    color: number,
  ): void
  _FPDFBitmap_Destroy(bitmap: number): void
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, index: number): number
  /** Radians clockwise in the page's own coordinates; -1 if unknown. */
  _FPDFText_GetCharAngle(text: number, index: number): number
  _FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number
}

let loaded: Promise<Pdfium> | undefined

/** PDFium compiled to WebAssembly, loaded once per process until it is forgotten. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= PDFiumModule({}).then((module) => {
    const pdfium = module as unknown as Pdfium
    pdfium._FPDF_InitLibrary()
    return pdfium
  })
  return loaded
}

/** The next call loads it anew. */
export function forgetPdfium() {
  loaded = undefined
}
