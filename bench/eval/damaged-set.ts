import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedOf } from '../random.ts'
import { damagedScan, type ScanDamage, scanDamages } from '../receipts/damage/scan.ts'
import type { ReceiptSet } from './receipt-set.ts'

/** The damages named in `list`. Throws where one is unknown. */
export function damagesNamed(list: string): ScanDamage[] {
  return list.split(',').map((name) => {
    const damage = scanDamages.find((one) => one === name)
    if (!damage) throw new Error(`--damage of a folder takes some of: ${scanDamages.join(', ')}`)
    return damage
  })
}

/** Receipts of a set, each with each of some damages, which are the kinds of the result. */
export async function openDamagedSet(
  set: ReceiptSet,
  ids: string[],
  damages: ScanDamage[],
): Promise<ReceiptSet> {
  const folder = await mkdtemp(join(tmpdir(), 'damaged-receipts-'))
  const wanted = new Map<string, { id: string; damage: ScanDamage }>(
    ids.flatMap((id) => damages.map((damage) => [`${id}-${damage}`, { id, damage }] as const)),
  )
  const of = (name: string) => {
    const one = wanted.get(name)
    if (!one) throw new Error(`no receipt ${name}`)
    return one
  }
  return {
    ids: [...wanted.keys()],
    async picture(name) {
      const { id, damage } = of(name)
      const path = join(folder, `${name}.jpg`)
      await writeFile(path, await damagedScan(await set.picture(id), damage, seedOf(id)))
      return path
    },
    key: async (name) => ({ ...(await set.key(of(name).id)), kind: of(name).damage }),
    text: (name) => set.text(of(name).id),
    close: () => rm(folder, { recursive: true }),
  }
}
