import { PDFiumLibrary } from '@hyzyla/pdfium'

/** The text layer of each page of a PDF. */
export async function pdfPages(bytes: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const texts = [...document.pages()].map((page) => page.getText())
    document.destroy()
    return texts
  } finally {
    library.destroy()
  }
}
