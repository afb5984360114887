import type { PageText } from '../../reading/page-text.ts'
import { type OpenPicture, openPage } from '../../reading/pages/open-page.ts'
import { settle } from '../../reading/pages/text-doubt.ts'
import { serveTasks } from '../../reading/workers/child.ts'
import { createEngine, type Engine } from './engine.ts'
import { ownModels } from './models.ts'

let engine: Promise<Engine> | undefined

serveTasks({ read })

async function read(order: { path: string; page: number; password?: string }) {
  const { path, page, password } = order
  const { pages, content } = await openPage(path, { page, password })
  if (!('text' in content)) return { pages, text: await recognise(content, page) }
  const { text, doubted } = content
  return { pages, text: doubted ? settle(text, await recognise(doubted, page)) : text }
}

async function recognise({ picture, link }: OpenPicture, page: number): Promise<PageText> {
  engine ??= createEngine(ownModels())
  return { page, ...(await (await engine).read(picture)), ...(link && { link }) }
}
