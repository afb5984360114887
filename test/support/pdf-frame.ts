import { assemble, stream } from './pdf.ts'

/** [x, y, x, y] of two opposite corners, in points. */
export type Corners = readonly [number, number, number, number]

export interface Frame {
  media: Corners
  crop?: Corners
  /** /Rotate */
  rotate?: number
  userUnit?: number
  /** The boxes and the rotation stand on the page's parent. */
  inherited?: boolean
  /** Degrees clockwise that the page as shown must be turned for its text to be upright. */
  turned?: 0 | 90 | 180 | 270
}

interface Visible {
  left: number
  bottom: number
  right: number
  top: number
}

/** A page of these lines, large enough to fill the part of it that is shown, and of `hidden` just outside that part. */
export function framedPdf(frame: Frame, lines: string[], hidden: string): Buffer {
  const boxes = [
    `/MediaBox [${numbers(frame.media)}]`,
    frame.crop ? `/CropBox [${numbers(frame.crop)}]` : '',
    frame.rotate === undefined ? '' : `/Rotate ${frame.rotate}`,
  ].join(' ')
  const [ofParent, ofPage] = frame.inherited ? [boxes, ''] : ['', boxes]
  const unit = frame.userUnit === undefined ? '' : `/UserUnit ${frame.userUnit}`
  return assemble([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count 1 /Kids [4 0 R] ${ofParent} >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R ${ofPage} ${unit} /Contents 5 0 R /Resources << /Font << /Text 3 0 R >> >> >>`,
    ),
    stream('', Buffer.from(contentOf(frame, lines, hidden))),
  ])
}

function contentOf(frame: Frame, lines: string[], hidden: string): string {
  const visible = visibleOf(frame)
  const turns = ((((quarters(frame) + (frame.turned ?? 0) / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3
  const [width, height] = turns % 2 ? swap(sizeOf(visible)) : sizeOf(visible)
  const longest = Math.max(...lines.map((line) => line.length))
  const size = Math.min(height / (1.6 * lines.length + 2), width / (0.75 * longest + 2))
  const at = (right: number, down: number) => `${numbers(toPage(visible, turns, right, down))} Tm`
  const shown = lines.map((line, row) => `${at(size, (1.6 * row + 2) * size)} (${line}) Tj`)
  return `BT /Text ${fixed(size)} Tf ${shown.join(' ')} ${at(size, height + 2 * size)} (${hidden}) Tj ET`
}

/** The page as shown: width and height. */
export function shownSize(frame: Frame): [number, number] {
  const size = sizeOf(visibleOf(frame))
  return quarters(frame) % 2 ? swap(size) : size
}

function visibleOf({ media, crop }: Frame): Visible {
  const page = normal(media)
  const part = normal(crop ?? media)
  return {
    left: Math.max(page.left, part.left),
    bottom: Math.max(page.bottom, part.bottom),
    right: Math.min(page.right, part.right),
    top: Math.min(page.top, part.top),
  }
}

const normal = ([ax, ay, bx, by]: Corners): Visible => ({
  left: Math.min(ax, bx),
  bottom: Math.min(ay, by),
  right: Math.max(ax, bx),
  top: Math.max(ay, by),
})

const quarters = ({ rotate = 0 }: Frame) => Math.trunc(rotate / 90)
const sizeOf = ({ left, bottom, right, top }: Visible): [number, number] => [right - left, top - bottom]
const swap = ([a, b]: [number, number]): [number, number] => [b, a]
const fixed = (value: number) => value.toFixed(4)
const numbers = (values: readonly number[]) => values.map(fixed).join(' ')

/** The text matrix of a place on the upright page: from its left and from its top, in points. */
function toPage({ left, bottom, right, top }: Visible, turns: 0 | 1 | 2 | 3, across: number, down: number) {
  if (turns === 0) return [1, 0, 0, 1, left + across, top - down]
  if (turns === 1) return [0, 1, -1, 0, left + down, bottom + across]
  if (turns === 2) return [-1, 0, 0, -1, right - across, bottom + down]
  return [0, -1, 1, 0, right - down, top - across]
}
