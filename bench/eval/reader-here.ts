import { createEngine } from '../../server/adapters/ppocr/engine.ts'
import { ownModels } from '../../server/adapters/ppocr/models.ts'
import { openPage } from '../../server/reading/pages/open-page.ts'
import type { PageReader } from '../../server/reading/ports.ts'

/** A reader of pictures with another small recogniser, in this process and one picture at a time. */
export async function openReaderHere(small: string): Promise<Pick<PageReader, 'read' | 'close'>> {
  const engine = await createEngine({ ...ownModels(), small })
  return {
    async read(path) {
      const { content } = await openPage(path)
      return ['text' in content ? content.text : { page: 1, ...(await engine.read(content.picture)) }]
    },
    close: async () => {},
  }
}
