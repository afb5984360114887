import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf } from '../receipts/answer.ts'
import { type Damage, type Drawn, drawReceipt, fileOf } from '../receipts/draw.ts'
import type { Kind } from '../receipts/kind.ts'
import { kinds } from '../receipts/kinds/index.ts'
import { pagesOf } from '../receipts/text.ts'
import type { ReceiptSet } from './receipt-set.ts'
import type { Key } from './score.ts'

export interface DrawnOptions {
  count: number
  seed: number
  damage: Damage
  /** Names of kinds; all where there are none. */
  kinds?: string[]
  /** A folder that keeps pictures and keys. */
  keep?: string
}

/** With another seed every receipt is another one. */
const RECEIPTS_OF_A_SEED = 1_000_000

function kindsNamed(names: string[] | undefined): readonly Kind[] {
  if (!names) return kinds
  return names.map((name) => {
    const kind = kinds.find((one) => one.name === name)
    if (!kind) throw new Error(`no kind ${name}; there are: ${kinds.map((one) => one.name).join(', ')}`)
    return kind
  })
}

/** Receipts that are drawn when they are asked for, one of each kind in turn. */
export async function openDrawnSet(options: DrawnOptions): Promise<ReceiptSet & { close(): Promise<void> }> {
  const chosen = kindsNamed(options.kinds)
  const wanted = new Map<string, { kind: Kind; number: number }>()
  for (let i = 0; i < options.count; i++) {
    const kind = chosen[i % chosen.length]
    if (!kind) break
    const number = Math.floor(i / chosen.length)
    const id = `${kind.name}-${options.seed}-${number}`
    wanted.set(id, { kind, number: options.seed * RECEIPTS_OF_A_SEED + number })
  }
  const folder = options.keep ?? (await mkdtemp(join(tmpdir(), 'drawn-receipts-')))
  await mkdir(join(folder, 'img'), { recursive: true })
  await mkdir(join(folder, 'key'), { recursive: true })
  const known = new Map<string, Promise<Drawn>>()
  const draw = (id: string) => {
    const receipt = wanted.get(id)
    if (!receipt) throw new Error(`no receipt ${id}`)
    const drawn = known.get(id) ?? drawReceipt(receipt.kind, receipt.number)
    known.set(id, drawn)
    return drawn
  }
  return {
    ids: [...wanted.keys()],
    async picture(id) {
      const drawn = await draw(id)
      const { ending, content } = await fileOf(drawn, options.damage)
      const path = join(folder, 'img', `${id}.${ending}`)
      await writeFile(path, content)
      await writeFile(join(folder, 'key', `${id}.json`), JSON.stringify(answerOf(drawn), null, 1))
      return path
    },
    key: async (id): Promise<Key> => answerOf(await draw(id)),
    text: async (id) => pagesOf(await draw(id)),
    async close() {
      if (!options.keep) await rm(folder, { recursive: true })
    },
  }
}
