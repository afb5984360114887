import type { Box, PictureProblem } from '../../reading/page-text.ts'
import type { GrayImage, PixelArea } from '../../reading/pages/gray-image.ts'
import { paperOf } from './brightness.ts'

interface Looked {
  /** The part of the page that was looked at, in pixels of the page, and its picture. */
  area: PixelArea
  image: GrayImage
}

/** A line ends at an edge of the page if it comes as near as this share of the page's width or height. */
const AT_THE_EDGE = 0.002
/** So many lines, and so large a share of all, end at a side only if the paper goes on. */
const CUT_LINES = 5
const CUT_SHARE = 0.15
/** A line that the upper or lower edge goes through is this wide at least, in shares of the page: no handwriting. */
const WIDE = 0.3
/** Ink is darker than the paper by this share. */
const DARKER = 0.35
/** The share of a line's edge that is ink where letters are cut through: a frame or a table is more. */
const LETTERS = { least: 0.08, most: 0.7 }

/** The sides at which the paper goes on beyond the picture. */
export function cutOffAt(
  { area, image }: Looked,
  page: { width: number; height: number },
  lines: { box: Box }[],
): PictureProblem[] {
  const ink = paperOf(image) * (1 - DARKER)
  const [across, down] = [image.width / area.width, image.height / area.height]
  const column = (share: number) => (share * page.width - area.left) * across
  const row = (share: number) => (share * page.height - area.top) * down
  const isInked = (x: number, y: number) => (image.data[y * image.width + x] ?? 255) < ink
  const isCutThrough = (inked: boolean[]) => {
    const share = inked.filter(Boolean).length / Math.max(1, inked.length)
    return share > LETTERS.least && share < LETTERS.most
  }
  const downLeft = ({ top, height }: Box) =>
    steps(row(top), row(top + height), image.height).map((y) => isInked(0, y) || isInked(1, y))
  const along = (y: number, { left, width }: Box) =>
    steps(column(left), column(left + width), image.width).map((x) => isInked(x, y))
  const boxes = lines.map(({ box }) => box)
  const cutBy = (isCut: (box: Box) => boolean) => boxes.filter(isCut).length
  const isMany = (count: number) => count >= CUT_LINES && count >= CUT_SHARE * boxes.length

  const problems: PictureProblem[] = []
  if (isMany(cutBy(({ left, width }) => left + width >= 1 - AT_THE_EDGE))) problems.push('cut_off_right')
  const isAtLeft = ({ left }: Box) => area.left === 0 && left <= AT_THE_EDGE
  if (isMany(cutBy((box) => isAtLeft(box) && isCutThrough(downLeft(box))))) problems.push('cut_off_left')
  const isWide = ({ width }: Box) => width >= WIDE
  const isAtTop = ({ top }: Box) => area.top === 0 && top <= AT_THE_EDGE
  if (cutBy((box) => isAtTop(box) && isWide(box) && isCutThrough(along(0, box))) > 0)
    problems.push('cut_off_top')
  const last = image.height - 1
  const isAtBottom = ({ top, height }: Box) =>
    area.top + area.height >= page.height && top + height >= 1 - AT_THE_EDGE
  if (cutBy((box) => isAtBottom(box) && isWide(box) && isCutThrough(along(last, box))) > 0)
    problems.push('cut_off_bottom')
  return problems
}

/** Whole pixels from one place to another, within a picture. */
function steps(from: number, to: number, size: number): number[] {
  const [first, end] = [Math.max(0, Math.floor(from)), Math.min(size, Math.ceil(to))]
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at)
}
