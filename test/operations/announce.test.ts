import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import sharp from 'sharp'
import { loadConfig } from '../../server/config/config.ts'
import { announce } from '../../server/operations/announce.ts'
import { scanned } from '../support/qr.ts'

const HOME = '192.168.1.20'
const CODE = '7KQM-3XWD'

function announced(
  env: Record<string, string>,
  more: { addresses?: string[]; qr?: boolean; columns?: number; code?: string | undefined } = {},
) {
  const { addresses = [HOME], qr = false, columns } = more
  const config = loadConfig(env, '', () => addresses)
  const output = columns === undefined ? {} : { isTTY: true, columns }
  return announce(config, { addresses, qr, output, firstAccountCode: 'code' in more ? more.code : CODE })
}

describe('the lines at start', () => {
  test('say nothing of phones and codes where only this machine can connect', () => {
    const text = announced({}, { columns: 80, qr: true })
    assert.match(text, /^Malaysian Tax Tracker is at http:\/\/localhost:8000\n/)
    assert.match(text, /127\.0\.0\.1:8000 \(this machine only\)/)
    assert.doesNotMatch(text, /code|warning|address|█/)
  })

  test('on the network they name the addresses, the code while there is one, and that http is not private', () => {
    const text = announced({ HOST: '0.0.0.0' })
    assert.match(text, /^Malaysian Tax Tracker is at http:\/\/192\.168\.1\.20:8000\n/)
    assert.match(
      text,
      /listening {2}0\.0\.0\.0:8000 \(the network\)\n {2}address {4}http:\/\/192\.168\.1\.20:8000/,
    )
    assert.match(text, /code {7}7KQM-3XWD, asked for when the first account is created/)
    assert.match(text, /warning .*plain http.*\n.*docs\/self-hosting\.md/)
    assert.doesNotMatch(announced({ HOST: '0.0.0.0' }, { code: undefined }), /first account/)
  })

  test('where the address for others is not known they say what to set', () => {
    const two = announced({ HOST: '0.0.0.0' }, { addresses: [HOME, '10.0.0.5'], qr: true })
    assert.match(two, /^Malaysian Tax Tracker is at http:\/\/localhost:8000\n/)
    assert.match(two, /address {4}http:\/\/192\.168\.1\.20:8000\n {2}address {4}http:\/\/10\.0\.0\.5:8000\n/)
    assert.match(two, /signing in leads them to http:\/\/localhost:8000, which only this machine can open/)
    assert.match(two, /set PUBLIC_URL to .*http:\/\/192\.168\.1\.20:8000 or http:\/\/10\.0\.0\.5:8000/)
    assert.doesNotMatch(two, /█/)
    const none = announced({ HOST: '0.0.0.0' }, { addresses: [] })
    assert.match(none, /set PUBLIC_URL to .*http:\/\/ADDRESS-OF-THIS-MACHINE:8000/)
  })

  test('warn of what cannot work from another device', () => {
    const closed = announced({ PUBLIC_URL: `http://${HOME}:8000` })
    assert.match(closed, /the server listens to this machine only\n.*set HOST=0\.0\.0\.0/)
    const moved = announced({ HOST: '0.0.0.0', PUBLIC_URL: 'http://192.168.1.7:8000' })
    assert.match(moved, /this machine has another one now\n.*set PUBLIC_URL=http:\/\/192\.168\.1\.20:8000/)
    const proxied = announced({ PUBLIC_URL: 'https://tax.example.org' })
    assert.match(proxied, /count everybody as one.*\n.*set TRUST_PROXY=1/)
    assert.match(proxied, /7KQM-3XWD/)
    const right = announced({ PUBLIC_URL: 'https://tax.example.org', TRUST_PROXY: '1' })
    assert.doesNotMatch(right, /warning/)
  })

  test('show the address as a QR code where a terminal has room for it, or when asked', async () => {
    const env = { HOST: '0.0.0.0' }
    for (const text of [announced(env, { columns: 80 }), announced(env, { qr: true })]) {
      assert.equal(await scanned(await photographed(text)), `http://${HOME}:8000`)
    }
    for (const text of [announced(env), announced(env, { columns: 20 })]) assert.doesNotMatch(text, /█/)
    const colours = announced(env, { columns: 80 })
    assert.ok(colours.split('\n').every((line) => !line.includes('█') || line.startsWith('\u001B[97;40m')))
  })
})

/** A picture of the blocks of a text: each character is two modules, one above the other. */
function photographed(text: string): Promise<Buffer> {
  const SCALE = 8
  const light: Record<string, [number, number]> = {
    '█': [255, 255],
    '▀': [255, 0],
    '▄': [0, 255],
    ' ': [0, 0],
  }
  const rows = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => /^[█▀▄ ]+$/.test(line))
  const width = rows[0]?.length ?? 0
  const pixels = rows.flatMap((row) =>
    [0, 1].flatMap((half) => [...row].map((sign) => light[sign]?.[half] ?? assert.fail(sign))),
  )
  return sharp(Buffer.from(pixels), { raw: { width, height: rows.length * 2, channels: 1 } })
    .resize(width * SCALE, rows.length * 2 * SCALE, { kernel: 'nearest' })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: 'white' })
    .png()
    .toBuffer()
}
