import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../support/until.ts'
import type { Person, Report } from './person.ts'

/** The statuses of a receipt that is not being worked on. */
const SETTLED = ['needs_review', 'confirmed', 'unreadable']

/**
 * After the last fault: every person has everything that was answered, with its hash, and nothing else; nothing is
 * half-way, in lists or on the disk.
 */
export async function checkEverything(people: readonly Person[], dataDir: string, report: Report) {
  await Promise.all(
    people.map(async (person) => {
      await checkPerson(person, report)
      await checkFiles(person, dataDir, report)
    }),
  )
  const incoming = await readdir(join(dataDir, 'incoming'))
  if (incoming.length > 0) report.violation(`${incoming.length} files are left in incoming/`)
}

async function checkPerson(person: Person, report: Report) {
  await until(async () => person.isSignedIn() || void (await person.signIn()))
  // Who had no answer asks again with the same key, and has one receipt then.
  for (const one of person.sent) {
    await until(
      async () => one.id !== undefined || void (await signedIn(person, () => person.upload(one))),
    ).catch(() => report.violation(`${person.email} cannot repeat the upload ${one.key}`))
  }
  const rows = await until(async () => {
    const [present, trashed] = [await person.listed(''), await person.listed('&trash=true')]
    if (!present || !trashed) return void (await signedIn(person, async () => {}))
    // What was moved to the trash unread is read once it is restored.
    return present.every((row) => SETTLED.includes(row.status)) && [...present, ...trashed]
  }).catch(() => undefined)
  if (!rows) return report.violation(`receipts of ${person.email} are stuck`)
  const [listed, answered] = [rows.map((row) => row.id), person.sent.map((one) => one.id)]
  if (listed.toSorted().join() !== answered.toSorted().join()) {
    report.violation(`${person.email} has ${listed.length} receipts instead of ${answered.length}`)
  }
  for (const one of person.sent) {
    await until(async () => (await signedIn(person, () => person.look(one))) !== undefined)
    const kept = await until(async () => {
      const answer = await person.client.fetch(`/receipts/${one.id}/file`)
      return answer.status !== 429 && answer
    })
    const hash = createHash('sha256').update(Buffer.from(await kept.arrayBuffer()))
    if (hash.digest('hex') === one.sha256) report.count('files compared with their hash')
    else report.violation(`the file of ${one.id} is lost (${kept.status})`)
  }
  await until(() => signedIn(person, person.checkIncome))
  for (const token of person.ended) {
    const headers = { authorization: `Bearer ${token}` }
    const { status } = await person.client.browser.send('/auth/me', { headers })
    if (status !== 401 && status !== 429) report.violation(`an ended session of ${person.email} works`)
  }
}

async function signedIn<T>(person: Person, work: () => Promise<T>): Promise<T> {
  if (!person.isSignedIn()) await person.signIn()
  return work()
}

/** Every file belongs to a receipt, and every receipt has its file. */
async function checkFiles(person: Person, dataDir: string, report: Report) {
  const folders = await readdir(join(dataDir, 'files', person.sub)).catch(() => [])
  const ids = new Set(person.sent.map((one) => one.id))
  const orphans = folders.filter((folder) => !ids.has(folder))
  if (orphans.length > 0) report.violation(`${orphans.length} folders of files belong to no receipt`)
}
