import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { createScriptedReader, isProblem, upload, uploaded } from '../support/receipts.ts'
import { answerOf, startTextract } from '../support/textract.ts'

const recorded = (name: string) => readFile(new URL(`../recorded/heic/${name}.heic`, import.meta.url))

/** Pixels of the receipt in turned-and-mirrored.heic, and in burst.heic. */
const [WIDTH, HEIGHT] = [537, 1247]
const [BURST_WIDTH, BURST_HEIGHT] = [358, 831]

/** The same file whose header (ispe) says another size. */
function claiming(file: Buffer, width: number, height: number) {
  const copy = Buffer.from(file)
  const ispe = copy.indexOf('ispe')
  assert.ok(ispe > 0)
  copy.writeUInt32BE(width, ispe + 8)
  copy.writeUInt32BE(height, ispe + 12)
  return copy
}

/** The same file whose sequence parameter set crops more than there is. */
function cropping(file: Buffer) {
  const copy = Buffer.from(file)
  copy.writeUInt8(0xff, copy.indexOf('hvcC') + 71)
  return copy
}

/** The same file under other brands; the first is the major one. */
function branded(file: Buffer, ...brands: [string, string, string]) {
  const [major, ...compatible] = brands
  const copy = Buffer.from(file)
  assert.equal(copy.readUInt32BE(0), 24)
  copy.write(major, 8, 'latin1')
  copy.write(compatible.join(''), 16, 'latin1')
  return copy
}

describe('HEIC, as phones take it', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const show = async (id: string, size: string) => {
    const response = await ana.fetch(`/receipts/${id}/file?size=${size}`)
    assert.equal(response.status, 200)
    return response
  }

  test('is read upright, kept as it was sent, and shown as WebP', async () => {
    const bytes = await recorded('turned-and-mirrored')
    const receipt = await uploaded(ana, bytes)
    assert.deepEqual([receipt.status, receipt.date, receipt.totalSen], ['needs_review', '2018-06-27', 150])
    const [file] = receipt.files
    assert.deepEqual([file.type, file.pages, file.width, file.height], ['image/heic', 1, WIDTH, HEIGHT])
    assert.equal(file.turned, 0)

    const original = await show(receipt.id, 'original')
    assert.equal(original.headers.get('content-type'), 'image/heic')
    assert.match(original.headers.get('content-disposition') ?? '', /\.heic"$/)
    assert.deepEqual(Buffer.from(await original.arrayBuffer()), bytes)

    const sizes: [string, number][] = [
      ['thumbnail', 400],
      ['preview', HEIGHT],
    ]
    for (const [size, longest] of sizes) {
      const small = await show(receipt.id, size)
      assert.equal(small.headers.get('content-type'), 'image/webp')
      const { height, width } = await sharp(await small.arrayBuffer()).metadata()
      assert.deepEqual([width, height], [Math.round((WIDTH * longest) / HEIGHT), longest], size)
    }
  })
})

describe('HEIC, as it is looked at', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('of several pictures the primary one is the receipt', async () => {
    const { id, files } = await uploaded(ana, await recorded('burst'))
    assert.deepEqual([files[0].width, files[0].height], [BURST_WIDTH, BURST_HEIGHT])
    const preview = await ana.fetch(`/receipts/${id}/file?size=preview`)
    const { channels } = await sharp(await preview.arrayBuffer()).stats()
    // The first picture is red; the receipt is gray.
    const [red, , blue] = channels.map(({ mean }) => mean)
    assert.ok(Math.abs(Number(red) - Number(blue)) < 3)
  })

  test('is known by its brands, not by its name', async () => {
    const file = await recorded('turned-and-mirrored')
    const brands: [string, string, string][] = [
      ['mif1', 'mif1', 'heic'],
      ['mif1', 'mif1', 'miaf'],
      ['msf1', 'hevc', 'mif1'],
      ['heix', 'mif1', 'heix'],
    ]
    for (const [major, ...others] of brands) {
      const receipt = await uploaded(ana, branded(file, major, ...others))
      assert.equal(receipt.files[0].type, 'image/heic', major)
    }
    // What claims to be AVIF is opened as AVIF.
    await isProblem(await upload(ana, branded(file, 'avif', 'mif1', 'miaf')), 422, 'file_damaged')
    await isProblem(await upload(ana, branded(file, 'isom', 'mp42', 'hvc1')), 415, 'file_unsupported')
  })

  const refused: [string, (file: Buffer) => Buffer, string][] = [
    ['cut off in its header', (file) => file.subarray(0, 100), 'file_damaged'],
    ['cut off half-way', (file) => file.subarray(0, file.length / 2), 'file_damaged'],
    ['cut off by its last byte', (file) => file.subarray(0, file.length - 1), 'file_damaged'],
    ['larger than its header says', (file) => claiming(file, 16, 16), 'file_damaged'],
    ['smaller than its header says', (file) => claiming(file, 4000, 4000), 'file_damaged'],
    ['cropped to nothing by its codec', (file) => cropping(file), 'file_damaged'],
    ['of more pixels than are read', (file) => claiming(file, 16_384, 16_384), 'too_many_pixels'],
  ]
  for (const [what, damage, code] of refused) {
    test(`refuses a picture ${what}`, async () => {
      const problem = await isProblem(
        await upload(ana, damage(await recorded('turned-and-mirrored'))),
        422,
        code,
      )
      assert.match(problem.detail, /picture/)
      assert.equal(JSON.stringify(problem).includes('wasm'), false)
    })
  }
})

test('Textract is sent a HEIC as an upright JPEG', async () => {
  const textract = await startTextract()
  const app = await startApp({ env: { READER: 'textract', TEXTRACT_REGION: 'ap-southeast-1' } })
  try {
    textract.answer = answerOf(['PARKING', 'TOTAL RM 1.50'])
    const ana = await signUp(app, 'ana@example.org')
    await uploaded(ana, await recorded('turned-and-mirrored'))
    const [sent] = textract.pictures
    assert.deepEqual([sent?.format, sent?.width, sent?.height], ['jpeg', WIDTH, HEIGHT])
  } finally {
    await app.close()
    await textract.close()
  }
})
