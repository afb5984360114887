import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after, before, describe, type TestContext, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { en } from '../../web/src/i18n/en/index.ts'
import { ms } from '../../web/src/i18n/ms/index.ts'
import { type Client, freePort, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { entered } from '../support/claims.ts'
import { createScriptedReader, get, picture, uploaded } from '../support/receipts.ts'
import { until } from '../support/until.ts'
import {
  addSession,
  assertAccessible,
  fillInAccount,
  isWide,
  navigation,
  PHONE,
  visit,
  visitSignedOut,
} from './person.ts'

const YEAR = '2026'
const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: `${YEAR}-03-14`, totalSen: 89_90 }
const PUBLIC_HOST = 'tracker.home.test'

const choose = (page: Page, ...pictures: Buffer[]) =>
  page
    .locator('input[type=file][multiple]')
    .setInputFiles(
      pictures.map((buffer, index) => ({ name: `IMG_000${index}.jpg`, mimeType: 'image/jpeg', buffer })),
    )

const countOf = async (client: Client) => (await get(client, '/receipts')).receipts.length

/** A picture of several MB, more than the buffers of a connection hold. */
async function largePicture() {
  const [width, height] = [2_600, 2_600]
  const raw = { width, height, channels: 3 as const }
  return sharp(randomBytes(width * height * 3), { raw })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The Idempotency-Keys of the uploads that a browser sends from now on. */
function uploadsOf(context: BrowserContext) {
  const keys: string[] = []
  context.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/receipts/upload')
      keys.push(request.headers()['idempotency-key'] ?? '')
  })
  return keys
}

/** A line to a server on this machine that can be held and cut in the middle of a request. */
async function createLine(port: number) {
  const sockets = new Set<Socket>()
  let most = Number.POSITIVE_INFINITY
  let isCut = false
  const server = createServer((browser) => {
    if (isCut) return browser.destroy()
    const upstream = connect(port, '127.0.0.1')
    let bytes = 0
    for (const [from, to] of [
      [browser, upstream],
      [upstream, browser],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      from.on('data', (chunk) => {
        to.write(chunk)
        if (from !== browser) return
        bytes += chunk.length
        if (bytes > most) from.pause()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Lets so many bytes of each connection pass. */
    holdAfter(count: number) {
      most = count
    },
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    restore() {
      isCut = false
      most = Number.POSITIVE_INFINITY
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const signOut = async (page: Page) => {
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('button', { name: 'Account' }).filter({ visible: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

describe('a network that breaks off', () => {
  const scripted = createScriptedReader()
  let app: TestApp
  let line: Awaited<ReturnType<typeof createLine>>
  let browser: Browser
  let people = 0
  const email = () => `offline${people++}@example.org`
  before(async () => {
    const PORT = String(await freePort())
    line = await createLine(Number(PORT))
    app = await startApp({ env: { PORT, PUBLIC_URL: line.url }, overrides: { reader: scripted.reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await line?.close()
    await app?.close()
  })

  interface Step {
    page: Page
    client: Client
    context: TestContext
  }
  /** Each loses the network at its step and returns what brings it back. */
  const steps: Record<string, (step: Step) => Promise<() => Promise<void>>> = {
    'before the file is chosen': async ({ page }) => {
      await page.context().setOffline(true)
      await choose(page, await picture())
      await page.getByRole('heading', { name: '1 receipt waits here' }).waitFor()
      return () => page.context().setOffline(false)
    },
    'while the server is asked for the file': async ({ page }) => {
      await page.route('**/receipts/known*', (route) => route.abort())
      await choose(page, await picture())
      await page.getByText('Waiting', { exact: true }).waitFor()
      return () => page.unrouteAll({ behavior: 'wait' })
    },
    'in the middle of the file': async ({ page }) => {
      line.holdAfter(50_000)
      await choose(page, await largePicture())
      await page.getByText(/^Sending, [1-9]\d? %$/).waitFor()
      line.cut()
      await page.getByText(/^Stopped at [1-9]\d? %$/).waitFor()
      await assertAccessible(page)
      return async () => line.restore()
    },
    'before the answer': async ({ page, client }) => {
      await page.route('**/receipts/upload', async (route) => {
        const body = route.request().postDataBuffer()
        const { 'content-type': type = '', 'idempotency-key': key = '' } = route.request().headers()
        const headers = { 'content-type': type, 'idempotency-key': key }
        await client.fetch('/receipts/upload', {
          method: 'POST',
          headers,
          body: body && new Uint8Array(body),
        })
        await route.abort()
      })
      await choose(page, await picture())
      await until(async () => (await countOf(client)) === 1)
      return () => page.unrouteAll({ behavior: 'wait' })
    },
    'while it is read': async ({ page, context }) => {
      const { begun, release } = scripted.hold(context)
      await choose(page, await picture())
      await begun
      await page.getByText('Reading', { exact: true }).waitFor()
      await page.context().setOffline(true)
      await page.getByText(/^Offline since/).waitFor()
      release()
      return () => page.context().setOffline(false)
    },
  }
  for (const [step, lose] of Object.entries(steps)) {
    test(`${step} makes one receipt all the same`, async (context) => {
      const { client, page, leave } = await visit(app, browser, email(), {
        path: '/app/snap',
        viewport: PHONE,
      })
      const restore = await lose({ page, client, context })
      await restore()
      await page.getByText('Ready to check').waitFor()
      assert.equal(await countOf(client), 1)
      await leave()
    })
  }

  test('a page whose answer was lost is not added twice', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { path: '/app/snap' })
    await choose(page, await picture())
    await page.getByText('Ready to check').waitFor()
    await page.route('**/receipts/*/files', async (route) => {
      await route.fetch()
      await route.abort()
    })
    const second = { name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: await picture() }
    await page.locator('input[capture]').first().setInputFiles(second)
    const [receipt] = (await get(client, '/receipts')).receipts
    await until(async () => (await get(client, `/receipts/${receipt?.id}`)).files.length === 2)
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByText('Ready to check').waitFor()
    assert.equal((await get(client, `/receipts/${receipt?.id}`)).files.length, 2)
    await leave()
  })

  test('a try from more than a month ago, which the server has forgotten, is not sent blindly', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { path: '/app/snap' })
    const bytes = await picture()
    await page.route('**/receipts/upload', (route) => route.abort())
    await choose(page, bytes)
    await until(() =>
      page.evaluate<boolean>(`new Promise((resolve) => {
        const opening = indexedDB.open('tax-tracker')
        opening.onsuccess = () => {
          const store = opening.result.transaction('uploads', 'readwrite').objectStore('uploads')
          const asking = store.getAll()
          asking.onsuccess = () => {
            const [upload] = asking.result
            const isTried = upload?.triedAt !== undefined
            if (isTried) store.put({ ...upload, triedAt: '2020-01-01T00:00:00.000Z' })
            opening.result.close()
            resolve(isTried)
          }
        }
      })`),
    )
    // It had arrived back then.
    await uploaded(client, bytes)
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await page.getByText('This file was here already.').waitFor()
    assert.equal(await countOf(client), 1)
    await leave()
  })

  test('is said where the device has no room, and what it cannot keep is sent from the open window', async () => {
    const { client, context, page, leave } = await visit(app, browser, email())
    await context.addInitScript(`
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...args) {
        if (this.name === 'uploads') throw new DOMException('Full.', 'QuotaExceededError')
        return put.apply(this, args)
      }`)
    await page.goto(`${app.url}/app/snap`)
    await page.route('**/receipts/upload', (route) => route.abort())
    await choose(page, await picture())
    await page.getByText('There is no room on this device').waitFor()
    await assertAccessible(page)
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByText('Ready to check').waitFor()
    await page.getByText('There is no room on this device').waitFor({ state: 'detached' })
    assert.equal(await countOf(client), 1)
    await leave()
  })

  test('receipts are sent as nobody but the person who took them', async () => {
    const { client: ana, context, page, leave } = await visit(app, browser, email(), { path: '/app/snap' })
    const ben = await signUp(app, email())
    await page.route('**/receipts/upload', (route) => route.abort())
    await choose(page, await picture())
    await page.getByText('Next to be sent').waitFor()
    // Ben signs in in another window while Ana's is open: the server refuses what is hers, and her window is his now.
    await addSession(context, ben)
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByRole('heading', { name: 'Add receipts' }).waitFor()
    assert.equal(await countOf(ben), 0)
    assert.equal(await countOf(ana), 0)
    await addSession(context, ana)
    await page.reload()
    await page.getByText('Ready to check').waitFor()
    assert.equal(await countOf(ana), 1)
    assert.equal(await countOf(ben), 0)
    await leave()
  })

  test('receipts are sent by the window in which the session ended, once its person has signed in in another', async () => {
    const { client, context, page, leave } = await visit(app, browser, email(), { path: '/app/snap' })
    await page.route('**/receipts/upload', (route) => route.fulfill({ status: 401 }))
    await page.route('**/auth/refresh', (route) => route.fulfill({ status: 401 }))
    await choose(page, await picture())
    await page.getByText('You were signed out').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    const other = await context.newPage()
    await other.goto(app.url)
    await navigation(other).waitFor()
    await page.bringToFront()
    await page.getByText('Ready to check').waitFor()
    await page.getByText('You were signed out').waitFor({ state: 'detached' })
    assert.equal(await countOf(client), 1)
    await leave()
  })

  test('signing out asks what happens to unsent receipts, and clears what was kept, in every window', async () => {
    const address = email()
    const { client, context, page, leave } = await visit(app, browser, address, { viewport: PHONE })
    await entered(client, BOOKS)
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
    const other = await context.newPage()
    await other.goto(`${app.url}/app/reliefs?year=${YEAR}`)
    await navigation(other).waitFor()
    const abort = () => context.route('**/receipts/upload', (route) => route.abort())
    await abort()
    await page.goto(`${app.url}/app/snap`)
    await choose(page, await picture())
    await page.getByText('Next to be sent').waitFor()

    await signOut(page)
    const dialog = page.getByRole('dialog', { name: 'One receipt has not been sent' })
    await dialog.waitFor()
    await assertAccessible(page)
    await dialog.getByRole('button', { name: 'Stay signed in' }).click()
    await dialog.waitFor({ state: 'detached' })
    await signOut(page)
    await context.unrouteAll({ behavior: 'wait' })
    await dialog.getByRole('button', { name: 'Send first, then sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await other.getByRole('link', { name: 'Sign in' }).waitFor()
    assert.equal(await countOf(await signIn(app, address)), 2)
    assert.deepEqual(await keptOn(page), { uploads: 0, lists: 0, profile: null })

    await page.getByRole('link', { name: 'Sign in' }).click()
    await fillInAccount(page, address)
    await navigation(page).waitFor()
    await abort()
    await page.goto(`${app.url}/app/snap`)
    await choose(page, await picture())
    await page.getByText('Next to be sent').waitFor()
    await signOut(page)
    await dialog.getByRole('button', { name: 'Remove it and sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    assert.deepEqual(await keptOn(page), { uploads: 0, lists: 0, profile: null })
    await context.unrouteAll({ behavior: 'wait' })
    await leave()
  })

  for (const language of ['en', 'ms'] as const) {
    test(`axe finds nothing on the screens without a network, in ${language}`, async () => {
      const words = { en, ms }[language]
      const { client, page, leave } = await visit(app, browser, email(), { language, viewport: PHONE })
      await entered(client, BOOKS)
      await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
      await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
      await page.goto(`${app.url}/app/snap?year=${YEAR}`)
      await page.context().setOffline(true)
      await choose(page, await picture())
      await page.getByText(words.snap.waitLead).waitFor()
      const findings = async () => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await assertAccessible(page)
        }
        assert.equal(await isWide(page), false)
      }
      await findings()
      await page.setViewportSize({ width: 320, height: 640 })
      await findings()
      await navigation(page).getByRole('link', { name: words.common.nav.receipts, exact: true }).click()
      await page.getByText(BOOKS.merchant).waitFor()
      await findings()
      await navigation(page).getByRole('link', { name: words.common.nav.reliefs, exact: true }).click()
      await page.getByText(words.offline.needsNetwork.title).waitFor()
      await findings()
      await page.context().setOffline(false)
      await page.getByText(words.offline.needsNetwork.title).waitFor({ state: 'detached' })
      await leave()
    })
  }

  for (const shareFrom of ['the app', 'another site'] as const) {
    test(`files shared by ${shareFrom} are added${shareFrom === 'the app' ? '' : ' once the person says so'}`, async () => {
      const { client, page, leave } = await visit(app, browser, email(), {
        viewport: PHONE,
        serviceWorkers: 'allow',
      })
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
      await page.goto(`${app.url}/app/reliefs`)
      await navigation(page).waitFor()
      if (shareFrom === 'another site') await openOtherSite(page)
      await share(page, app.url, await picture())
      await page.waitForURL(/\/app\/snap/)
      if (shareFrom === 'another site') {
        await page.getByRole('heading', { name: /^Add the shared file to the receipts of / }).waitFor()
        await assertAccessible(page)
        assert.equal(await countOf(client), 0)
        await page.getByRole('button', { name: 'Add', exact: true }).click()
      }
      await page.getByText('Ready to check').waitFor()
      await page.reload()
      await page.getByText('Ready to check').waitFor()
      assert.equal(await countOf(client), 1)
      await leave()
    })
  }

  test('files shared while nobody is signed in wait for whoever signs in next, and says yes', async () => {
    const address = email()
    const client = await signUp(app, address)
    const { page, leave } = await visitSignedOut(browser, { viewport: PHONE, serviceWorkers: 'allow' })
    await page.goto(app.url)
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.reload()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await share(page, app.url, await picture())
    await page.waitForURL(/\/app\/snap/)
    await page.getByRole('link', { name: 'Sign in' }).click()
    await fillInAccount(page, address)
    await page.getByRole('heading', { name: `Add the shared file to the receipts of ${address}?` }).waitFor()
    assert.equal(await countOf(client), 0)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Ready to check').waitFor()
    assert.equal(await countOf(client), 1)
    await leave()
  })
})

for (const host of ['127.0.0.1', PUBLIC_HOST]) {
  describe(`windows of one browser at ${host}`, () => {
    let app: TestApp
    let browser: Browser
    before(async () => {
      const PORT = String(await freePort())
      const { reader } = createScriptedReader()
      app = await startApp({ env: { PORT, PUBLIC_URL: `http://${host}:${PORT}` }, overrides: { reader } })
      browser = await launchChromium([`--host-resolver-rules=MAP ${PUBLIC_HOST} 127.0.0.1`])
    })
    after(async () => {
      await browser?.close()
      await app?.close()
    })

    test('take a file without a network, and send it when there is one', async () => {
      const { client, page, leave } = await visit(app, browser, 'ben@example.org', { path: '/app/snap' })
      await page.context().setOffline(true)
      await choose(page, await picture())
      await page.getByText('Taken').waitFor()
      // Long enough that it has been tried in vain.
      await page.waitForTimeout(4_000)
      await page.context().setOffline(false)
      await page.getByText('Ready to check').waitFor()
      assert.equal(await countOf(client), 1)
      await leave()
    })

    test('send each file once, and show the same', async () => {
      const { client, context, page, leave } = await visit(app, browser, 'ana@example.org', {
        path: '/app/snap',
      })
      assert.equal(await page.evaluate("'locks' in navigator"), host !== PUBLIC_HOST)
      const other = await context.newPage()
      await other.goto(`${app.url}/app/snap`)
      const uploads = uploadsOf(context)
      await choose(page, await picture(), await picture(), await picture())
      await choose(other, await picture(), await picture())
      for (const window of [page, other]) await window.getByText('Ready to check').nth(4).waitFor()
      assert.equal(new Set(uploads).size, 5)
      assert.equal(uploads.length, 5)
      assert.equal(await countOf(client), 5)
      // A window that is closed in the middle leaves its work to the other.
      await context.route('**/receipts/upload', () => {})
      await choose(page, await picture())
      await page
        .getByText(/Sending|Next to be sent/)
        .first()
        .waitFor()
      await page.close()
      await context.unrouteAll()
      await other.bringToFront()
      await until(async () => (await countOf(client)) === 6)
      await leave()
    })
  })
}

/** A page of another site, which may post to this one like any other. */
async function openOtherSite(page: Page) {
  await page.route('http://other.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Other</title>' }),
  )
  await page.goto('http://other.example/')
}

/** Shares a picture as the share menu of a phone does: by a form that the browser submits. */
async function share(page: Page, url: string, buffer: Buffer) {
  const base64 = buffer.toString('base64')
  await page.evaluate(`
    const bytes = Uint8Array.from(atob('${base64}'), (letter) => letter.charCodeAt(0))
    const files = new DataTransfer()
    files.items.add(new File([bytes], 'shared.jpg', { type: 'image/jpeg' }))
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'files' })
    input.files = files.files
    const form = Object.assign(document.createElement('form'), {
      action: '${url}/app/share',
      method: 'post',
      enctype: 'multipart/form-data',
    })
    form.append(input)
    document.body.append(form)
    form.submit()`)
}

/** What is left of a person on the device. */
const keptOn = (page: Page) =>
  page.evaluate(`(async () => {
    const count = (name, store) => new Promise((resolve) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => {
        const counting = opening.result.transaction(store).objectStore(store).count()
        counting.onsuccess = () => {
          opening.result.close()
          resolve(counting.result)
        }
      }
    })
    return {
      uploads: await count('tax-tracker', 'uploads'),
      lists: await count('tax-tracker-device', 'lists'),
      profile: localStorage.getItem('last-profile'),
    }
  })()`)
