import type { PageText } from '../../reading/page-text.ts'
import { openPage } from '../../reading/pages/open-page.ts'
import { serveTasks } from '../../reading/workers/child.ts'
import { createEngine, type Engine } from './engine.ts'
import { ownModels } from './models.ts'

let engine: Promise<Engine> | undefined

serveTasks({ read })

async function read(order: { path: string; page: number; password?: string }) {
  const { path, page, password } = order
  const { pages, content } = await openPage(path, { page, password })
  if ('text' in content) return { pages, text: content.text }
  const { picture, link } = content
  engine ??= createEngine(ownModels())
  const text: PageText = { page, ...(await (await engine).read(picture)), ...(link && { link }) }
  return { pages, text }
}
