import type { PageText } from '../../reading/page-text.ts'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { turn } from '../../reading/pages/turn.ts'
import { createDetector } from './detector.ts'
import { directionOf } from './direction.ts'
import { createLineReader } from './line-reader.ts'
import type { EngineModels } from './models.ts'
import { slopeOf } from './order.ts'
import { createViewer, toPage } from './view.ts'

/** A page with a smaller slope counts as level; pixels down per pixel to the right. */
const LEVEL = 0.003

export async function createEngine(models: EngineModels) {
  const viewer = createViewer(await createDetector(models.detector))
  const lineReader = await createLineReader(models)

  return {
    /** Reads a page whose picture is upright as far as its file says. */
    async read(picture: GrayImage): Promise<Omit<PageText, 'page'>> {
      let page = picture
      let view = await viewer.look(page)
      let lines = lineReader.open(view)
      const turned = await directionOf(view.rects, lines)
      if (turned) {
        page = turn(picture, turned)
        view = await viewer.look(page)
        lines = lineReader.open(view)
      }
      const pieces = await lines.read()
      const slope = slopeOf(pieces.map(({ rect }) => rect))
      return {
        width: page.width,
        height: page.height,
        ...(turned && { turned }),
        ...(Math.abs(slope) > LEVEL && { slope }),
        lines: pieces.map(({ rect, line, alternatives }) => ({
          ...line,
          ...(alternatives.length > 0 && { alternatives }),
          box: toPage(view, page, rect),
        })),
      }
    },
  }
}

export type Engine = Awaited<ReturnType<typeof createEngine>>
