import { isWithin } from '../../server/reading/boxes.ts'
import type { Box, PageText } from '../../server/reading/page-text.ts'
import type { PageReader } from '../../server/reading/ports.ts'
import { pageOf } from './page-of.ts'

/** Two shops whose receipts lie side by side in a picture. */
export const SHOPS = [
  ['KEDAI BUKU HARAPAN SDN BHD', 'Date: 14/03/2026', 'TOTAL RM 56.40', 'Thank you'],
  ['FARMASI SIHAT SDN BHD', 'Date: 15/03/2026', 'TOTAL RM 9.90'],
]
export const AREAS: Box[] = [
  { left: 0, top: 0, width: 0.5, height: 1 },
  { left: 0.5, top: 0, width: 0.5, height: 1 },
]
export const SIZE = { width: 960, height: 480 }

/** Their page; of a part of it only what lies there. */
function pageOfBoth(area?: Box): PageText {
  const lines = SHOPS.flatMap((shop, at) =>
    pageOf(shop).lines.map((line) => ({
      ...line,
      box: { ...line.box, left: at / 2 + line.box.left / 2, width: line.box.width / 2 },
    })),
  )
  if (!area) return { page: 1, ...SIZE, lines, receipts: AREAS }
  return { page: 1, ...SIZE, area, lines: lines.filter(({ box }) => isWithin(box, area)) }
}

/** A reader that sees both in every picture, and remembers the parts it was asked for. */
export function createReaderOfBoth() {
  const areas: (Box | undefined)[] = []
  const reader: PageReader = {
    async read(_path, _signal, { area } = {}) {
      areas.push(area)
      return [pageOfBoth(area)]
    },
    close: async () => {},
  }
  return { reader, areas }
}
