import type { PageText } from '../../reading/page-text.ts'
import { type PagePicture, turnedArea, turned as turnedPicture } from '../../reading/pages/page-picture.ts'
import { cutOffAt } from './cut-off.ts'
import { createDetector } from './detector.ts'
import { directionOf } from './direction.ts'
import { createLineReader } from './line-reader.ts'
import type { EngineModels } from './models.ts'
import { problemsOf } from './problems.ts'
import { withWholeAmounts } from './split-amounts.ts'
import { createViewer, toPage } from './view.ts'

export async function createEngine(models: EngineModels) {
  const viewer = createViewer(await createDetector(models.detector))
  const lineReader = await createLineReader(models)

  return {
    /** Reads a page whose picture is upright as far as its file says. */
    async read(picture: PagePicture): Promise<Omit<PageText, 'page'>> {
      let page = picture
      let view = await viewer.look(page)
      let lines = lineReader.open(view)
      const turned = await directionOf(view.rects, lines)
      if (turned) {
        page = turnedPicture(picture, turned)
        view = await viewer.lookAt(page, turnedArea(view.area, picture, turned))
        lines = lineReader.open(view)
      }
      const pieces = withWholeAmounts(await lines.read())
      const placed = pieces.map(({ rect, flat, line, alternatives }) => ({
        ...line,
        ...(alternatives.length > 0 && { alternatives }),
        box: toPage(view, page, rect),
        ...(flat && { flat: toPage(view, page, rect, flat) }),
      }))
      const problems = [...problemsOf(view.image, placed), ...cutOffAt(view, page, placed)]
      return {
        width: page.width,
        height: page.height,
        ...(turned && { turned }),
        ...(problems.length > 0 && { problems }),
        lines: placed,
      }
    },
  }
}

export type Engine = Awaited<ReturnType<typeof createEngine>>
