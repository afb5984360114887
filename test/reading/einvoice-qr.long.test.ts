import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { einvoiceLinkIn } from '../../server/reading/einvoice-link.ts'
import { createPageTools } from '../../server/reading/pages/index.ts'
import { makePdf } from '../support/pdf.ts'
import { qrCode, receiptWithCodes } from '../support/qr.ts'
import { LINES } from '../support/receipts.ts'

const UUID = 'GFSV5S3DR07TMXCS7033GA3J10'
const LONG_ID = 'YQH73576FY9VR57B7033GA3J10abCDeF1773454500'
const LINK = `https://myinvois.hasil.gov.my/${UUID}/share/${LONG_ID}`
const FOUND = { uuid: UUID, longId: LONG_ID, environment: 'production' }

describe('the MyInvois link of a QR code', () => {
  test('is taken apart', () => {
    assert.deepEqual(einvoiceLinkIn(LINK), FOUND)
    assert.deepEqual(einvoiceLinkIn(LINK.replace('https://', 'https://preprod.')), {
      ...FOUND,
      environment: 'sandbox',
    })
    assert.deepEqual(einvoiceLinkIn(`https://myinvois.hasil.gov.my/F9D425P6DS7D8IU/share/${LONG_ID}`), {
      ...FOUND,
      uuid: 'F9D425P6DS7D8IU',
    })
  })

  const path = `/${UUID}/share/${LONG_ID}`
  const strangers = [
    '',
    'TOTAL RM 25.00',
    UUID,
    path,
    `//myinvois.hasil.gov.my${path}`,
    `http://myinvois.hasil.gov.my${path}`,
    `ftp://myinvois.hasil.gov.my${path}`,
    `javascript:location='https://myinvois.hasil.gov.my${path}'`,
    `https://myinvois.hasil.gov.my.evil.example${path}`,
    `https://evil.example/myinvois.hasil.gov.my${path}`,
    `https://myinvois.hasil.gov.my@evil.example${path}`,
    `https://evil.example#@myinvois.hasil.gov.my${path}`,
    `https://evil.example\\@myinvois.hasil.gov.my${path}`,
    `https://someone@myinvois.hasil.gov.my${path}`,
    `https://someone:secret@myinvois.hasil.gov.my${path}`,
    `https://myinvois.hasil.gov.my:8443${path}`,
    `https://myinvois-hasil.gov.my${path}`,
    `https://myinvois.hasil.gov.my.${path}`,
    `https://xmyinvois.hasil.gov.my${path}`,
    `https://other.myinvois.hasil.gov.my${path}`,
    `https://myinvois.hasil.gov.mу${path}`,
    `https://xn--myinvois-hasil-gov-my.example${path}`,
    `https://myinvois.hasil.gov.my${path}?next=https://evil.example`,
    `https://myinvois.hasil.gov.my${path}#evil`,
    `https://myinvois.hasil.gov.my${path}/`,
    `https://myinvois.hasil.gov.my/x/..${path}/..`,
    `https://myinvois.hasil.gov.my/${UUID.toLowerCase()}/share/${LONG_ID}`,
    `https://myinvois.hasil.gov.my/${'A'.repeat(33)}/share/${LONG_ID}`,
    `https://myinvois.hasil.gov.my/${'A'.repeat(14)}/share/${LONG_ID}`,
    `https://myinvois.hasil.gov.my/${UUID}/share/${'a'.repeat(15)}`,
    `https://myinvois.hasil.gov.my/${UUID}/share/${'a'.repeat(81)}`,
    `https://myinvois.hasil.gov.my/${UUID}/share/${LONG_ID.slice(0, -1)}%41`,
    `https://myinvois.hasil.gov.my/${UUID}/delete/${LONG_ID}`,
  ]
  for (const text of strangers) {
    test(`is not made of ${JSON.stringify(text)}`, () => assert.equal(einvoiceLinkIn(text), null))
  }
})

describe('QR codes on pages', () => {
  const tools = createPageTools()
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'einvoice-qr-test-'))
  })
  after(async () => {
    await tools.close()
    await rm(folder, { recursive: true })
  })

  let files = 0
  async function linkOn(bytes: Buffer) {
    const path = join(folder, String(++files))
    await writeFile(path, bytes)
    const { content } = await tools.render(path)
    return 'text' in content ? content.text.link : content.picture.link
  }

  const seen: Record<string, () => Promise<Buffer>> = {
    'beside the text': () => receiptWithCodes([LINK]),
    'of 3 pixels a module': () => receiptWithCodes([LINK], { side: 53 * 3 }),
    blurred: async () =>
      sharp(await receiptWithCodes([LINK]))
        .blur(1.8)
        .toBuffer(),
    'in poor light': async () =>
      sharp(await receiptWithCodes([LINK]))
        .linear(0.35, 40)
        .toBuffer(),
    'on a dark table, turned by 33°': async () =>
      sharp(await receiptWithCodes([LINK]))
        .rotate(33, { background: '#333' })
        .toBuffer(),
    'on its side': async () =>
      sharp(await receiptWithCodes([LINK]))
        .rotate(90)
        .toBuffer(),
    'on its head': async () =>
      sharp(await receiptWithCodes([LINK]))
        .rotate(180)
        .toBuffer(),
    'small on a phone’s photo of 12 megapixels': async () =>
      sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#555' } })
        .composite([
          { input: await receiptWithCodes([LINK], { width: 700, side: 220 }), left: 900, top: 1200 },
        ])
        .jpeg({ quality: 80 })
        .toBuffer(),
    'on a photo of 48 megapixels': async () =>
      sharp({ create: { width: 6000, height: 8000, channels: 3, background: '#555' } })
        .composite([
          { input: await receiptWithCodes([LINK], { width: 1800, side: 600 }), left: 900, top: 1200 },
        ])
        .jpeg({ quality: 80 })
        .toBuffer(),
    'among other codes': () =>
      receiptWithCodes(['https://evil.example/pay', LINK, '00020101021126'], { side: 250 }),
    'printed twice': () => receiptWithCodes([LINK, LINK]),
    'on a PDF whose text a program wrote': async () =>
      makePdf([{ lines: LINES, picture: { jpeg: await codeJpeg(LINK), pixels: 400, side: 90 } }]),
  }
  for (const [what, bytes] of Object.entries(seen)) {
    test(`are read ${what}`, async () => assert.deepEqual(await linkOn(await bytes()), FOUND))
  }

  test('of other contents leave nothing behind', async () => {
    assert.equal(await linkOn(await receiptWithCodes(['https://evil.example/steal', 'RM 25'])), undefined)
  })

  test('of two e-invoices say of neither that it is this one', async () => {
    const other = LINK.replace(UUID, 'F9D425P6DS7D8IU')
    assert.equal(await linkOn(await receiptWithCodes([LINK, other])), undefined)
  })
})

const codeJpeg = async (text: string) =>
  sharp(await qrCode(text, 400))
    .jpeg()
    .toBuffer()
