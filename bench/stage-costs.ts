/**
 * node bench/stage-costs.ts FOLDER: the milliseconds that each stage of docs/reading.md takes, the mean of the pictures of
 * `npm run bench -- FOLDER`, each read a second time so that nothing is loaded meanwhile.
 */
import { createDetector } from '../server/adapters/ppocr/detector.ts'
import { directionOf } from '../server/adapters/ppocr/direction.ts'
import { createEngine } from '../server/adapters/ppocr/engine.ts'
import { createLineCutter } from '../server/adapters/ppocr/line-crops.ts'
import { createLineReader } from '../server/adapters/ppocr/line-reader.ts'
import { ownModels } from '../server/adapters/ppocr/models.ts'
import { stripOf } from '../server/adapters/ppocr/recogniser.ts'
import { createViewer } from '../server/adapters/ppocr/view.ts'
import { readFields } from '../server/reading/fields/index.ts'
import { openPage } from '../server/reading/pages/open-page.ts'
import { pictures } from './pictures.ts'

const paths = pictures(process.argv[2])
const models = ownModels()
const viewer = createViewer(await createDetector(models.detector))
const lineReader = await createLineReader(models)
const engine = await createEngine(models)
const spent = new Map<string, number>()

async function timed<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await work()
  spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - begun)
  return result
}

async function readOnce(path: string) {
  const { content } = await timed('1 file opened', () => openPage(path, { page: 1 }))
  if ('text' in content) throw new Error(`${path} is no picture`)
  const view = await timed('2 receipt and lines found', () => viewer.look(content.picture))
  const lines = lineReader.open(view)
  await timed('2 direction', () => directionOf(view.rects, lines))
  await timed('3 strips (again in 4)', () => {
    const cutter = createLineCutter(view.image)
    for (const rect of view.rects) stripOf(cutter, rect)
  })
  await timed('4 text', () => lines.read())
  const page = { page: 1, ...(await engine.read(content.picture)) }
  await timed('5 fields', () => readFields([page]))
}

for (const round of [1, 2]) {
  if (round === 2) spent.clear()
  for (const path of paths) await readOnce(path)
}
for (const [stage, ms] of spent) console.log(`${(ms / paths.length).toFixed(0).padStart(5)} ms  ${stage}`)
