import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../support/until.ts'
import type { Person, Report } from './person.ts'

/** Milliseconds between two looks at all receipts of a person, of whom a server answers only 20 requests a second. */
const LISTS_MS = 2_000
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
  /** What is not reached in minutes never is: then it is a violation, told with the last answers. */
  const reach = <T>(what: string, look: () => Promise<T | false | undefined>) =>
    until(async () => (person.isSignedIn() ? look() : void (await person.signIn()))).catch(() => {
      report.violation(`${what}: not reached, last answers ${person.lastAnswers()}`)
      return undefined
    })
  // Who had no answer asks again with the same key, and has one receipt then.
  for (const one of person.sent) {
    await reach(
      `the upload ${one.key} repeated`,
      async () => one.id !== undefined || void (await person.upload(one)),
    )
  }
  const rows = await reach(`the receipts of ${person.email} settled`, async () => {
    await wait(LISTS_MS)
    const [present, trashed] = [await person.listed(''), await person.listed('&trash=true')]
    // What was moved to the trash unread is read once it is restored.
    if (!present?.every((row) => SETTLED.includes(row.status)) || !trashed) return undefined
    return [...present, ...trashed]
  })
  const [listed, answered] = [rows?.map((row) => row.id), person.sent.map((one) => one.id)]
  if (listed && listed.toSorted().join() !== answered.toSorted().join()) {
    report.violation(`${person.email} has ${listed.length} receipts instead of ${answered.length}`)
  }
  for (const one of person.known()) {
    const [receipt, file] = [`the receipt ${one.id}`, `the file of ${one.id}`]
    await reach(receipt, () => person.look(one))
    const bytes = await reach(file, () => person.fileOf(one))
    if (!bytes) continue
    if (createHash('sha256').update(bytes).digest('hex') === one.sha256)
      report.count('files compared with their hash')
    else report.violation(`${file} has other bytes`)
  }
  await reach(`the facts of ${person.email}`, person.checkIncome)
  for (const token of person.ended) {
    const headers = { authorization: `Bearer ${token}` }
    const { status } = await person.client.browser.send('/auth/me', { headers })
    if (status !== 401 && status !== 429) report.violation(`an ended session of ${person.email} works`)
  }
}

/** Every file belongs to a receipt, and every receipt has its file. */
async function checkFiles(person: Person, dataDir: string, report: Report) {
  const folders = await readdir(join(dataDir, 'files', person.sub)).catch(() => [])
  const ids = new Set(person.sent.map((one) => one.id))
  const orphans = folders.filter((folder) => !ids.has(folder))
  if (orphans.length > 0) report.violation(`${orphans.length} folders of files belong to no receipt`)
}
