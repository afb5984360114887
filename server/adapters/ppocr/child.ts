import type { PageText } from '../../reading/page-text.ts'
import { openPages } from '../../reading/pages/open-page.ts'
import { serveTasks } from '../../reading/workers/child.ts'
import { createEngine, type Engine } from './engine.ts'
import { packagedModels } from './models.ts'

let engine: Promise<Engine> | undefined

serveTasks({ read })

async function read(path: string): Promise<PageText[]> {
  const pages: PageText[] = []
  for (const [index, content] of (await openPages(path)).entries()) {
    if ('text' in content) pages.push(content.text)
    else {
      const { picture, link } = content
      engine ??= createEngine(packagedModels())
      pages.push({ page: index + 1, ...(await (await engine).read(picture)), ...(link && { link }) })
    }
  }
  return pages
}
