import { placedOnPage } from '../../reading/area.ts'
import type { Box, PageText } from '../../reading/page-text.ts'
import { type OpenPicture, openPage } from '../../reading/pages/open-page.ts'
import { settle } from '../../reading/pages/text-doubt.ts'
import { serveTasks } from '../../reading/workers/child.ts'
import { createEngine, type Engine } from './engine.ts'
import { ownModels } from './models.ts'

let engine: Promise<Engine> | undefined

serveTasks({ read, warm })

interface Order {
  path: string
  page: number
  password?: string
  area?: Box
}

async function read({ path, ...order }: Order) {
  const { page, area } = order
  const { pages, content } = await openPage(path, order)
  if (!('text' in content)) return { pages, text: await recognise(content, page, area) }
  const { text, doubted } = content
  return { pages, text: doubted ? settle(text, await recognise(doubted, page, area)) : text }
}

async function warm() {
  engine ??= createEngine(ownModels())
  await engine
}

async function recognise({ picture, link, whole }: OpenPicture, page: number, area?: Box): Promise<PageText> {
  engine ??= createEngine(ownModels())
  const read = await (await engine).read(picture)
  return { page, ...(area && whole ? placedOnPage(read, area, whole) : read), ...(link && { link }) }
}
