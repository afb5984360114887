// How well receipts are read: npm run eval -- FOLDER, or npm run eval -- --drawn N; docs/measuring.md
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { type Fields, readFields } from '../server/reading/fields/index.ts'
import { damagesNamed, openDamagedSet } from './eval/damaged-set.ts'
import { openDrawnSet } from './eval/drawn-set.ts'
import { itemLines, receiptsWithItems } from './eval/items.ts'
import { openReceiptSet, type ReceiptSet } from './eval/receipt-set.ts'
import { printReport } from './eval/report.ts'
import type { Result } from './eval/result.ts'
import { judge, type Prediction } from './eval/score.ts'
import { openSource } from './eval/source.ts'
import { compareWords } from './eval/words.ts'
import { scanDamages } from './receipts/damage/scan.ts'

ignoreClosedPipes()

const USAGE = `usage: npm run eval -- FOLDER [options]
       npm run eval -- --drawn N [options]

FOLDER holds img/ID.jpg (the pictures), key/ID.json (company, date, total) and, for --text, --words and --damage, box/ID.csv.
--drawn N draws N receipts of all kinds and prints a figure a kind too:

  --seed S        other receipts (default: 1)
  --kinds A,B     of these kinds only
  --damage HOW    phone (photographed, the default) or none (scans, and documents as files)
  --keep DIR      keep the pictures and their keys, as a FOLDER has them

  --damage A,B    of a FOLDER: damage the twenty receipts in bench/damaged.txt first, and print a figure a damage:
                  ${scanDamages.join(', ')}
  --ids FILE      read only the ids in FILE, one a line
  --words         how many words of the true text were read
  --text          run the field rules on the true text and leave the pictures alone
  --pages DIR     take the text of the pictures from DIR/ID.json; what is not there is read and kept there
  --out FILE      write what was read as JSON: { "ID": { "merchant", "date", "total" } }
  --misses FIELD  list what was read wrong: items, merchant, date, total, total±5 or "all three"
  --items         how many receipts have all their items right, of the fifty in bench/receipts/items.json or of those drawn
  --workers N     pictures read at the same time (default: half the processors)
  --recogniser F  read with another small recogniser: an ONNX file as weights/tune.py writes it`

const { values: options, positionals } = parsed(() =>
  parseArgs({
    allowPositionals: true,
    options: {
      drawn: { type: 'string' },
      seed: { type: 'string', default: '1' },
      kinds: { type: 'string' },
      damage: { type: 'string' },
      keep: { type: 'string' },
      ids: { type: 'string' },
      text: { type: 'boolean', default: false },
      words: { type: 'boolean', default: false },
      pages: { type: 'string' },
      out: { type: 'string' },
      misses: { type: 'string' },
      items: { type: 'boolean', default: false },
      workers: { type: 'string' },
      recogniser: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }),
)

const DAMAGED = new URL('damaged.txt', import.meta.url)
const isDamaged = positionals.length > 0 && options.damage !== undefined

/** Ends where an option is unknown or lacks its value. */
function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

const predictionOf = (reading: Fields): Prediction => ({
  merchant: reading.merchant?.value ?? null,
  date: reading.date?.value ?? null,
  total: reading.totalSen ? (reading.totalSen.value / 100).toFixed(2) : null,
})

async function readAll(set: ReceiptSet, ids: string[]): Promise<Result[]> {
  const source = await openSource(set, options)
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} receipts, {eta_formatted} left', stream: process.stderr },
    Presets.shades_classic,
  )
  if (process.stderr.isTTY) bar.start(ids.length, 0)
  const waiting = [...ids]
  const results: Result[] = []
  const hasWords = options.words || isDamaged
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const { pages, seconds } = await source.read(id)
      const started = performance.now()
      const reading = readFields(pages)
      const all = seconds + (performance.now() - started) / 1000
      const [key, prediction] = [await set.key(id), predictionOf(reading)]
      const words = hasWords ? compareWords(pages, await set.text(id)) : undefined
      results.push({ id, key, reading, prediction, seconds: all, right: judge(prediction, key), words })
      if (process.stderr.isTTY) bar.increment()
    }
  }
  try {
    await Promise.all(Array.from({ length: source.workers }, work))
  } finally {
    bar.stop()
    await source.close()
  }
  return results.sort((a, b) => a.id.localeCompare(b.id))
}

function drawnSet() {
  const { drawn, seed, kinds, damage = 'phone', keep } = options
  if (damage !== 'none' && damage !== 'phone') throw new Error('--damage takes phone or none')
  return openDrawnSet({ count: Number(drawn), seed: Number(seed), kinds: kinds?.split(','), damage, keep })
}

const idsIn = (file: string | URL) => readFileSync(file, 'utf8').split(/\s+/).filter(Boolean)

async function main(): Promise<number> {
  const [folder] = positionals
  if (options.help || (!folder && !options.drawn)) {
    console.error(USAGE)
    return options.help ? 0 : 2
  }
  const whole = folder ? openReceiptSet(folder) : await drawnSet()
  const all = options.items && folder ? receiptsWithItems : isDamaged ? idsIn(DAMAGED) : whole.ids
  const chosen = options.ids ? idsIn(options.ids) : all
  const set = isDamaged ? await openDamagedSet(whole, chosen, damagesNamed(options.damage ?? '')) : whole
  const results = await readAll(set, isDamaged ? set.ids : chosen)
  if (options.out) {
    const predictions = Object.fromEntries(results.map(({ id, prediction }) => [id, prediction]))
    writeFileSync(options.out, `${JSON.stringify(predictions, null, 1)}\n`)
  }
  printReport(results, options.misses === 'items' ? undefined : options.misses)
  if (options.items) console.log(itemLines(results, options.misses === 'items').join('\n'))
  await set.close?.()
  return 0
}

process.exitCode = await main()
