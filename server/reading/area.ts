import { isWithin, onWhole, turnBox, turnBoxBack } from './boxes.ts'
import type { Box, PageHints, PageText } from './page-text.ts'

type OnePage = Omit<PageText, 'page'>

/**
 * What was read of a part of a page, as text of the whole page.
 * @param area the part, as the file shows the page
 * @param whole the size of the page as the file shows it
 */
export function placedOnPage<Page extends OnePage>(
  read: Page,
  area: Box,
  whole: { width: number; height: number },
): Page {
  const { turned = 0 } = read
  const part = turnBox(area, turned)
  const isOnItsSide = turned % 180 === 90
  const placed = <T extends { box: Box }>(one: T): T => ({ ...one, box: onWhole(one.box, part) })
  return {
    ...read,
    width: isOnItsSide ? whole.height : whole.width,
    height: isOnItsSide ? whole.width : whole.height,
    area,
    lines: read.lines.map((line) => ({
      ...placed(line),
      ...(line.flat && { flat: onWhole(line.flat, part) }),
    })),
    ...(read.hints && { hints: mapHints(read.hints, (hints) => hints.map(placed)) }),
  }
}

/** The lines and hints of a page that lie in an area of it, as the page stands once turned. */
export const within = <Page extends OnePage>(page: Page, area: Box): Page => {
  const kept = <T extends { box: Box }>(ones: T[]) => ones.filter(({ box }) => isWithin(box, area))
  return {
    ...page,
    lines: kept(page.lines),
    ...(page.hints && { hints: mapHints(page.hints, kept) }),
  }
}

/** A page with a text layer, without what lies outside an area. @param area as the file shows the page */
export const textWithin = (page: PageText, area: Box): PageText => ({
  ...within(page, turnBox(area, page.turned ?? 0)),
  area,
})

/** An area of a page as its file shows it. */
export const asFileShows = (area: Box, { turned }: Pick<PageText, 'turned'>): Box =>
  turnBoxBack(area, turned ?? 0)

type Change = <T extends { box: Box }>(ones: T[]) => T[]

const mapHints = ({ fields, items, facts }: PageHints, change: Change): PageHints => ({
  fields: change(fields),
  items: change(items),
  ...(facts && { facts: change(facts) }),
})
