/** A JPEG that fills a page, or lines of text above a square picture in the corner; sizes in points. */
export type PdfPage =
  | { jpeg: Buffer; pixels: [number, number]; size: [number, number] }
  | { lines: string[]; picture?: { jpeg: Buffer; pixels: number; side: number } }

/** A small PDF: lines in 12-point Helvetica from the top of an A5 page, or a scan. */
export function makePdf(pages: PdfPage[], extra = ''): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) => objects.push(Buffer.from(body))
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${4 + 3 * n} 0 R`).join(' ')}] >>`,
  )
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const [n, page] of pages.entries()) {
    const [width, height] = 'jpeg' in page ? page.size : [420, 595]
    const picture = 'jpeg' in page ? page : page.picture
    const content =
      'jpeg' in page
        ? `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q`
        : `BT /Text 12 Tf 40 550 Td ${page.lines.map((line) => `(${line}) Tj 0 -18 Td`).join(' ')} ET` +
          (page.picture ? ` q ${page.picture.side} 0 0 ${page.picture.side} 40 40 cm /Scan Do Q` : '')
    const resources =
      (picture ? `/XObject << /Scan ${6 + 3 * n} 0 R >>` : '') +
      ('jpeg' in page ? '' : ' /Font << /Text 3 0 R >>')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${5 + 3 * n} 0 R /Resources << ${resources} >> >>`,
    )
    add(stream('', Buffer.from(content)))
    const [across, down] = picture ? [picture.pixels].flat() : []
    add(
      picture
        ? stream(
            `/Type /XObject /Subtype /Image /Width ${across} /Height ${down ?? across} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
            picture.jpeg,
          )
        : '<< >>',
    )
  }
  return assemble(objects, extra)
}

export function stream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

/** A PDF of these objects, numbered from 1; the first is the catalog. */
export function assemble(objects: Buffer[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  const push = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
  }
  const start = at
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`))
  push(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
