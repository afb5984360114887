import { createHash } from 'node:crypto'
import { createRandom } from '../../bench/random.ts'
import { clientOf, PASSWORD, type Reachable, signUpOn } from '../support/app.ts'
import { createBrowser } from '../support/browser.ts'
import { fileForm, type Receipt } from '../support/receipts.ts'

/** A file that was sent, and what its receipt may say. */
export interface Sent {
  key: string
  bytes: Buffer
  sha256: string
  /** Undefined until it was answered. */
  id?: string
  version?: number
  /** What was answered last, and what was sent since without an answer. */
  notes: Set<string>
  trashed: Set<boolean>
}

export interface Report {
  count(what: string): void
  /** Something that must never happen. */
  violation(text: string): void
}

type Row = Pick<Receipt, 'id' | 'status'>

export type Person = ReturnType<typeof createPerson>

const YEAR = 2026

/**
 * Somebody who uses the server and remembers every answer. Who gets none, or one of 500 and more, does not know whether the
 * change was made.
 * @param picture the smallest that is accepted; its bytes are made unique
 */
export function createPerson(
  { app, picture, report, isUp }: { app: Reachable; picture: Buffer; report: Report; isUp(): boolean },
  { seed, index }: { seed: number; index: number },
) {
  const random = createRandom(seed * 1000 + index)
  const email = `person-${index}@example.org`
  const sent: Sent[] = []
  /** Tokens of sessions whose end was answered. */
  const ended: string[] = []
  /** The incomes that may be stored. */
  let incomes = new Set<number | undefined>([undefined])
  let changes = 0
  const newBrowser = () =>
    createBrowser(app.url, {
      route: (url) => ({ socket: url.origin === app.url ? app.socket : url }),
      // Limits count the address that a proxy names.
      headers: { 'x-forwarded-for': `203.0.113.${index}` },
    })
  let client = clientOf(app, newBrowser())
  let sub = ''
  /** The latest few, for the report of what is wrong. */
  const lastAnswers: string[] = []
  function remember(answer: string) {
    lastAnswers.push(answer)
    if (lastAnswers.length > 4) lastAnswers.shift()
  }

  /** An answer, or undefined where there is none or it says nothing of what was done. */
  async function ask(path: string, init: RequestInit = {}) {
    try {
      const answer = await client.fetch(path, init)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const body = bytes.toString()
      remember(`${init.method ?? 'GET'} ${path} ${answer.status} ${answer.ok ? '' : body}`)
      if (answer.status === 401) {
        report.count('refused as signed out')
        client = clientOf(app, newBrowser())
      }
      const isUnexpected = answer.status >= 500 && ![503, 507].includes(answer.status)
      // A kill in the middle of an answer is no answer.
      if (isUnexpected && isUp())
        report.violation(`${init.method ?? 'GET'} ${path}: ${answer.status} ${body}`)
      if (answer.status >= 500) report.count(`answered ${answer.status}`)
      return answer.status >= 500 ? undefined : { status: answer.status, body, bytes }
    } catch (error) {
      remember(`${path} ${error}`)
      report.count('no answer')
      return undefined
    }
  }
  const isSignedIn = () => client.token !== ''
  const known = () => sent.filter((one) => one.id !== undefined)
  const send = (method: string, { version }: Sent, body?: object): RequestInit => ({
    method,
    headers: {
      'if-match': `"${version}"`,
      ...(body && { 'content-type': 'application/merge-patch+json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })

  async function signIn() {
    const browser = newBrowser()
    try {
      await signUpOn(browser, await browser.navigate('/auth/login'), email, PASSWORD)
      const signedIn = clientOf(app, browser)
      if (!signedIn.token) {
        // The account is there already: the page asked for the password.
        const end = await browser.submit(await browser.navigate('/auth/login'), { email, password: PASSWORD })
        remember(`sign-in ${end.status} ${end.url}`)
      }
    } catch (error) {
      remember(`sign-in ${error}`)
      report.count('sign-in failed')
    }
    client = clientOf(app, browser)
    if (!isSignedIn()) return
    report.count('sign-ins')
    if (sub && sub !== client.sub) report.violation(`${email} has become another person`)
    sub = client.sub
  }

  async function signOut() {
    const { token } = client
    const answer = await ask('/auth/logout', { method: 'POST' })
    if (answer?.status !== 200) return
    const { notDone = [] } = JSON.parse(answer.body) as { notDone?: string[] }
    if (notDone.includes('session_not_ended')) report.count('sign-outs that say they did not end the session')
    else {
      ended.push(token)
      report.count('sign-outs')
    }
    client = clientOf(app, newBrowser())
  }

  async function upload(one: Sent) {
    const headers = { 'idempotency-key': one.key }
    const answer = await ask('/receipts/upload', { method: 'POST', headers, body: fileForm(one.bytes) })
    if (answer?.status !== 201) return
    const receipt = JSON.parse(answer.body) as Receipt
    if (one.id === undefined) report.count('uploads')
    else if (one.id !== receipt.id) report.violation(`the key ${one.key} has made two receipts`)
    one.id = receipt.id
    one.version = receipt.version
    if (receipt.files[0].sha256 !== one.sha256) report.violation(`${one.id} was stored as another file`)
  }

  function newSent(): Sent {
    const key = `${index}-${sent.length}`
    const bytes = Buffer.concat([picture, Buffer.from(`${seed}-${key}`)])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const one: Sent = { key, bytes, sha256, notes: new Set(['']), trashed: new Set([false]) }
    sent.push(one)
    return one
  }

  /** Reads a receipt again, which must be what its answers said. */
  async function look(one: Sent): Promise<Receipt | undefined> {
    const answer = await ask(`/receipts/${one.id}`)
    if (answer?.status === 404) report.violation(`${one.id} is lost`)
    if (answer?.status !== 200) return undefined
    const receipt = JSON.parse(answer.body) as Receipt
    one.version = receipt.version
    if (!one.notes.has(receipt.note))
      report.violation(`${one.id} says ${receipt.note}, not what was answered`)
    if (!one.trashed.has(receipt.trashedAt !== null))
      report.violation(`${one.id} is in the trash or not, other than was answered`)
    if (receipt.files[0]?.sha256 !== one.sha256) report.violation(`${one.id} has another file`)
    return receipt
  }

  const fileOf = async (one: Sent) => {
    const answer = await ask(`/receipts/${one.id}/file`)
    return answer?.status === 200 && answer.bytes
  }

  async function edit(one: Sent) {
    const note = `note ${index}-${++changes}`
    const answer = await ask(`/receipts/${one.id}`, send('PATCH', one, { note }))
    if (answer?.status === 200) {
      one.notes = new Set([note])
      one.version = (JSON.parse(answer.body) as Receipt).version
      report.count('edits')
    } else if (!answer) one.notes.add(note)
    else await look(one)
  }

  async function toggleTrash(one: Sent) {
    const receipt = await look(one)
    if (!receipt) return
    const isTrashed = receipt.trashedAt !== null
    const path = `/receipts/${one.id}${isTrashed ? '/restore' : ''}`
    const answer = await ask(path, send(isTrashed ? 'POST' : 'DELETE', one))
    if (answer?.status === 200) {
      one.trashed = new Set([!isTrashed])
      one.version = (JSON.parse(answer.body) as Receipt).version
      report.count('into the trash or back')
    } else if (!answer) one.trashed.add(!isTrashed)
  }

  async function stateIncome() {
    const employment = random.int(1, 20_000_000)
    const answer = await ask(`/tax-years/${YEAR}/taxpayer`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ income: { employment } }),
    })
    if (answer?.status === 200) {
      incomes = new Set([employment])
      report.count('facts')
    } else if (!answer) incomes.add(employment)
  }

  async function checkIncome() {
    const answer = await ask(`/tax-years/${YEAR}/taxpayer`)
    if (answer?.status !== 200) return false
    const { facts } = JSON.parse(answer.body) as { facts: { income?: { employment?: number } } | null }
    if (!incomes.has(facts?.income?.employment))
      report.violation(`${email} has the facts of nobody or another`)
    return true
  }

  /** Everything that lists say is mine, by id; undefined without an answer. */
  async function listed(view: '' | '&trash=true') {
    const rows: Row[] = []
    for (let cursor = ''; ; ) {
      const answer = await ask(
        `/receipts?limit=100${view}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      if (answer?.status !== 200) return undefined
      const page = JSON.parse(answer.body) as { receipts: Row[]; nextCursor: string | null }
      rows.push(...page.receipts)
      if (!page.nextCursor) return rows
      cursor = page.nextCursor
    }
  }

  /** A stranger's receipt, file or change: none of it exists for me. */
  async function pry(other: { known(): Sent[] }) {
    const theirs = other.known()
    if (theirs.length === 0) return
    const one = random.pick(theirs)
    const [method, path, init] = random.pick([
      ['GET', `/receipts/${one.id}`, {}],
      ['GET', `/receipts/${one.id}/file`, {}],
      ['PATCH', `/receipts/${one.id}`, send('PATCH', one, { note: 'a stranger was here' })],
    ] as const)
    const answer = await ask(path, { ...init, method })
    if (answer && ![401, 404, 429].includes(answer.status)) {
      report.violation(`${email} got ${answer.status} for ${method} of somebody else's receipt`)
    }
    if (answer?.status === 404) report.count("strangers' receipts refused")
  }

  /** One thing that people do. */
  async function act(others: readonly { known(): Sent[] }[]) {
    if (!isSignedIn()) return signIn()
    const unanswered = sent.filter((one) => one.id === undefined)
    const mine = known()
    const kind = random.next()
    if (kind < 0.6 || mine.length === 0) {
      // Who got no answer sends the same again, sooner or later.
      const repeats = unanswered.length > 0 && random.chance(0.5)
      return upload(repeats ? random.pick(unanswered) : newSent())
    }
    if (kind < 0.77) return edit(random.pick(mine))
    if (kind < 0.83) return toggleTrash(random.pick(mine))
    if (kind < 0.87) return stateIncome()
    if (kind < 0.91) return void (await look(random.pick(mine)))
    if (kind < 0.97) return pry(random.pick(others))
    return signOut()
  }

  return {
    email,
    sent,
    ended,
    known,
    act,
    signIn,
    isSignedIn,
    upload,
    look,
    fileOf,
    lastAnswers: () => lastAnswers.join(' | '),
    checkIncome,
    listed,
    get client() {
      return client
    },
    get sub() {
      return sub
    },
  }
}
