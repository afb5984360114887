import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered } from '../support/claims.ts'
import { pdfPages } from '../support/pdf-pages.ts'
import { get, isProblem, type Receipt } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { unzipped } from '../support/unzip.ts'

const HOSTILE = [
  '=HYPERLINK("http://example.org/"&A1,"x")',
  '+60 3-1234 5678',
  '-5 EMPAT',
  '@SUM(A1:A9)',
  '＝1+1',
  '－KEDAI',
  '\u200b=1+1',
]

describe('a year’s claim as a file', () => {
  let app: TestApp
  let ana: Client
  let ben: Client
  let refund: Receipt
  before(async () => {
    // In Malaysia it is the next day already.
    app = await startApp({ clock: { now: () => new Date('2026-03-19T20:00:00Z') } })
    ana = await signUp(app, 'ana@example.org')
    ben = await signUp(app, 'ben@example.org')
    const books = { merchant: '大众书局 POPULAR', date: '2025-03-14', totalSen: 31_245 }
    await claimed(
      ana,
      { ...books, receiptNumber: 'INV-1', companyNumber: '867388-U', note: 'one\r\ntwo, "three"' },
      [
        { relief: 'lifestyle-books', sen: 20_005, person: 'child' },
        { relief: null, sen: 1_240 },
      ],
    )
    refund = await claimed(
      ana,
      { merchant: 'KEDAI SUKAN', date: '2025-05-01', totalSen: -2_500 },
      'sports-facility',
    )
    await claimed(ana, { merchant: 'PUSAT SUKAN', date: '2025-04-01', totalSen: 10_000 }, 'sports-facility')
    await claimed(
      ana,
      { merchant: 'MASJID NEGERI', date: '2025-06-01', totalSen: 5_000 },
      'gift-approved-institution',
    )
    await claimed(
      ana,
      { merchant: 'PUSAT ZAKAT', date: '2025-06-02', totalSen: 7_000 },
      'rebate-zakat-fitrah',
    )
    await entered(ana, { merchant: 'BELUM DISAHKAN', date: '2025-07-01', totalSen: 999 })
    const plan = { from: '2025-07', months: 12 }
    await claimed(ana, { merchant: 'PENGECAS EV', date: '2025-07-05', totalSen: 120_001 }, [
      { relief: 'ev-charging', sen: 120_001, plan },
    ])
    for (const merchant of HOSTILE) {
      await claimed(ana, { merchant, date: '2024-01-02', totalSen: 100, note: '=1+1' }, [
        { relief: 'lifestyle-books', sen: 100 },
      ])
    }
  })
  after(() => app.close())

  async function download(query: string, { client = ana, ya = 2025 } = {}) {
    const response = await client.fetch(`/tax-years/${ya}/export?${query}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(response.status, 200, String(bytes))
    return { response, bytes }
  }

  const csv = async (query = 'format=csv', of: { client?: Client; ya?: number } = {}) => {
    const { bytes } = await download(query, of)
    return {
      text: String(bytes),
      rows: parse(bytes, { bom: true, columns: true }) as Record<string, string>[],
    }
  }

  const sheetsOf = async (query = 'format=xlsx', of: { client?: Client; ya?: number } = {}) => {
    const { bytes } = await download(query, of)
    const sheets = await readWorkbook(bytes)
    return { bytes, sheets: new Map(sheets.map(({ sheet, data }) => [sheet, data])) }
  }

  test('CSV has a row for each part of each confirmed receipt, in the order of payment', async () => {
    const { text, rows } = await csv()
    assert.ok(text.startsWith('\ufeff"Day","Merchant",'))
    assert.equal(text.replaceAll('one\r\ntwo', '').split('\r\n').length, rows.length + 2)
    const lines = rows.map((row) => [row.Day, row.Merchant, row['Amount (RM)'], row.Counts, row['Form item']])
    assert.deepEqual(lines, [
      ['2025-03-14', '大众书局 POPULAR', '200.05', 'counts', 'G9(i)'],
      ['2025-03-14', '大众书局 POPULAR', '12.40', 'does not count', ''],
      ['2025-03-14', '大众书局 POPULAR', '100.00', 'not decided', ''],
      ['2025-04-01', 'PUSAT SUKAN', '100.00', 'counts', 'G10(ii)'],
      ['2025-05-01', 'KEDAI SUKAN', '-25.00', 'counts', 'G10(ii)'],
      ['2025-06-01', 'MASJID NEGERI', '50.00', 'counts', 'F2a (derived)'],
      ['2025-06-02', 'PUSAT ZAKAT', '70.00', 'counts', 'B21'],
      ['2025-07-05', 'PENGECAS EV', '600.00', 'counts', 'G21(i)'],
      ['2025-07-05', 'PENGECAS EV', '600.01', 'counts', ''],
    ])
    const { Id, ...first } = rows[0] ?? {}
    assert.deepEqual(first, {
      Day: '2025-03-14',
      Merchant: '大众书局 POPULAR',
      'Receipt number': 'INV-1',
      'Company number': '867388-U',
      'Total (RM)': '312.45',
      'Amount (RM)': '200.05',
      Counts: 'counts',
      'Year of assessment': '2025',
      'Relief code': 'lifestyle-books',
      Relief:
        'Purchase or subscription of books / journals / magazines / newspapers / other similar publications (Not banned reading materials)',
      'Form item': 'G9(i)',
      For: 'child',
      Files: '',
      Note: 'one\r\ntwo, "three"',
      Example: '',
      'Trade name': '',
      'Registered name': '',
    })
    assert.deepEqual(
      rows.slice(-2).map((row) => row['Year of assessment']),
      ['2025', '2026'],
    )
  })

  test('what another year’s receipt counts for in this one stands in this one', async () => {
    const { rows } = await csv('format=csv', { ya: 2026 })
    assert.deepEqual(
      rows.map((row) => [row.Day, row.Merchant, row['Amount (RM)'], row['Year of assessment']]),
      [['2025-07-05', 'PENGECAS EV', '600.01', '2026']],
    )
  })

  test('no cell of a CSV file can become a formula, and negative amounts stay numbers', async () => {
    const { rows } = await csv('format=csv', { ya: 2024 })
    assert.deepEqual(
      rows.map(({ Merchant }) => Merchant).sort(),
      HOSTILE.map((merchant) => `'${merchant}`).sort(),
    )
    for (const row of rows) assert.equal(row.Note, "'=1+1")
    const { text } = await csv()
    assert.ok(text.includes('"KEDAI SUKAN","","","-25.00","-25.00","counts"'))
  })

  test('no cell of a workbook is a formula', async () => {
    const { bytes, sheets } = await sheetsOf('format=xlsx', { ya: 2024 })
    const merchants = (sheets.get('Receipts') ?? []).slice(1).map((row) => row[1])
    assert.deepEqual(merchants.sort(), [...HOSTILE].sort())
    const parts = await unzipped(bytes)
    const worksheets = parts.filter(({ path }) => path.startsWith('xl/worksheets/sheet'))
    assert.equal(worksheets.length, 5)
    for (const { content } of worksheets) assert.doesNotMatch(String(content), /<f[ >]/)
  })

  test('a workbook has the claim by form item, with money as numbers and days as dates', async () => {
    const { sheets } = await sheetsOf()
    assert.deepEqual([...sheets.keys()], ['Summary', 'Receipts', 'Not counted', 'Warnings', 'Return'])
    const { reliefs, allowedSen, warnings } = await get(ana, '/tax-years/2025/claims')
    const summary = sheets.get('Summary') ?? []
    assert.equal(summary[0]?.[0], 'Tax reliefs 2025')
    assert.equal(summary[1]?.[0], 'Year of assessment, Form BE · made on 2026-03-20')
    const head = summary.findIndex((row) => row[0] === 'Item')
    const ofItem = (item: string) =>
      summary
        .slice(head + 1)
        .find((row) => row[0] === item)
        ?.slice(1, 6)
    assert.deepEqual(ofItem('G10')?.slice(1), [75, 1000, 75, 925])
    assert.deepEqual(ofItem('G9(i)')?.slice(1), [200.05, null, 200.05, 2299.95])
    const total = summary.find((row) => row[1] === 'All reliefs')
    assert.equal(total?.[4], allowedSen / 100)
    const heads = summary.slice(head + 1).filter((row) => /^G\d+(-G\d+)?$/.test(String(row[0])))
    const used = reliefs.filter((line) => line.allowedSen > 0)
    assert.equal(heads.length, used.length)

    const receipts = sheets.get('Receipts') ?? []
    const sports = receipts.find((row) => row[1] === 'KEDAI SUKAN')
    assert.deepEqual([sports?.[0], sports?.[4], sports?.[5]], [new Date('2025-05-01T00:00:00Z'), -25, -25])
    assert.equal(sports?.at(-4), refund.id)
    const others = (sheets.get('Not counted') ?? []).slice(1).map((row) => [row[1], row[6]])
    assert.deepEqual(others, [
      ['大众书局 POPULAR', 'does not count'],
      ['大众书局 POPULAR', 'not decided'],
      ['PENGECAS EV', 'counts'],
      ['BELUM DISAHKAN', 'not confirmed'],
    ])
    const messages = (sheets.get('Warnings') ?? []).slice(1).map((row) => row[0])
    assert.deepEqual(
      [...new Set(messages)],
      warnings.map(({ message }) => message),
    )
  })

  test('what is to be typed in below a limit is no more than the limit leaves', async () => {
    const cara = await signUp(app, 'cara@example.org')
    await claimed(cara, { date: '2025-03-01', totalSen: 360_000 }, 'childcare-centre-kindergarten')
    await claimed(cara, { date: '2025-03-02', totalSen: 200_000 }, 'lifestyle-books')
    await claimed(cara, { date: '2025-03-03', totalSen: 100_000 }, 'lifestyle-internet')
    const summary = (await sheetsOf('format=xlsx', { client: cara })).sheets.get('Summary') ?? []
    const toType = (name: RegExp) => summary.find((row) => name.test(String(row[1])))?.[4]
    assert.equal(toType(/^Child care fees to a registered/), 3000)
    assert.equal(toType(/^Child care centre \(Act/), 3000)
    const boxes = [/^Purchase or subscription of books/, /internet subscription/].map((name) =>
      Number(toType(name)),
    )
    assert.deepEqual(boxes, [2000, 500])
  })

  test('JSON has everything of the claim, with the version of its shape', async () => {
    await ana.fetch('/tax-years/2023/taxpayer', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ disabled: true }),
    })
    const { bytes } = await download('format=json', { ya: 2023 })
    const empty = JSON.parse(String(bytes))
    assert.deepEqual([empty.receipts, empty.taxpayer], [[], { disabled: true }])

    const {
      receipts,
      claims,
      return: taxReturn,
      ...rest
    } = JSON.parse(String((await download('format=json')).bytes))
    assert.deepEqual(rest, { schema: 2, year: 2025, madeOn: '2026-03-20', examples: 0, taxpayer: {} })
    assert.deepEqual(claims, await get(ana, '/tax-years/2025/claims'))
    assert.equal(taxReturn.form, 'BE')
    assert.deepEqual(
      receipts.map(({ paidOn }: { paidOn: string }) => paidOn),
      ['2025-03-14', '2025-04-01', '2025-05-01', '2025-06-01', '2025-06-02', '2025-07-05'],
    )
    const whole = await get(ana, `/receipts/${refund.id}`)
    const one = receipts.find(({ id }: { id: string }) => id === refund.id)
    assert.deepEqual(one.allocations, whole.allocations)
    assert.deepEqual([one.totalSen, one.ringgitSen, one.version], [-2_500, -2_500, whole.version])
  })

  test('PDF has what to type by form item, what is open, and characters of every shop', async () => {
    const { bytes } = await download('format=pdf')
    const pages = await pdfPages(bytes)
    const text = pages.join('\n')
    assert.match(text, /^Tax return 2025\s+Year of assessment, Form BE · made on 2026-03-20/)
    assert.match(text, /G9\(i\) Purchase or subscription of books/)
    assert.match(text, /All reliefs 9,875\.05/)
    assert.match(text, /G10 Lifestyle[\s\S]*75\.00 1,000\.00 75\.00/)
    assert.match(text, /Zakat and fitrah 70\.00/)
    assert.match(text, /2025-03-14 大众书局 POPULAR 312\.45/)
    assert.match(text, /1 receipt is not confirmed[\s\S]*2025-07-01 BELUM DISAHKAN 9\.99/)
    for (const [index, page] of pages.entries()) assert.ok(page.includes(`${index + 1} / ${pages.length}`))
    const [, , size] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes.toString('latin1')) ?? []
    assert.equal(Math.round(Number(size)), 842)
  })

  test('PDF and tables speak Bahasa Malaysia too', async () => {
    const { bytes, response } = await download('format=pdf&language=ms')
    assert.match(response.headers.get('content-disposition') ?? '', /filename="cukai-2025.pdf"/)
    const text = (await pdfPages(bytes)).join('\n')
    assert.match(text, /^Borang nyata cukai 2025/)
    assert.match(text, /G9\(i\) Pembelian atau langganan buku/)
    assert.match(text, /Belum dinyatakan untuk siapa|Semak dahulu/)
    const { rows } = await csv('format=csv&language=ms')
    assert.deepEqual(
      [rows[0]?.Peniaga, rows[0]?.Dikira, rows[0]?.Untuk],
      ['大众书局 POPULAR', 'dikira', 'anak'],
    )
    const { sheets } = await sheetsOf('format=xlsx&language=ms')
    assert.deepEqual([...sheets.keys()], ['Ringkasan', 'Resit', 'Tidak dikira', 'Amaran', 'Borang'])
  })

  /** The year of somebody who answered everything but the tax that was paid. */
  async function answered(name: string) {
    const person = await signUp(app, `${name}@example.org`)
    await factsPut(person, 2025, {
      income: { employment: 8_000_000, rent: 600_000 },
      maritalStatus: 'single',
      amounts: { 'socso-eis': 35_000, 'gift-library': 5_000 },
    })
    await claimed(person, { date: '2025-03-01', totalSen: 273_140 }, 'lifestyle-books')
    return person
  }

  test('JSON, workbook and PDF have the whole return in the order of the form, in both languages alike', async () => {
    const client = await answered('dina')
    interface Line {
      code: string
      by: string
      item: string | null
      amountSen: number | null
      missing: string | null
      enterIn: string | null
      note: { counts: string[]; doesNotCount: string[]; keep: string | null } | null
    }
    const linesIn = async (language: string) => {
      const { bytes } = await download(`format=json&language=${language}`, { client })
      return JSON.parse(String(bytes)).return.lines as Line[]
    }
    const [english, malay] = [await linesIn('en'), await linesIn('ms')]
    const shape = ({ code, by, item, amountSen, missing, enterIn, note }: Line) => ({
      ...{ code, by, item, amountSen, missing, hasPlace: enterIn !== null },
      note: note && [note.counts.length, note.doesNotCount.length, note.keep !== null],
    })
    assert.deepEqual(malay.map(shape), english.map(shape))
    const { lines, computed, notKept } = await get(client, '/tax-years/2025/return')
    assert.equal(english.length, lines.length + computed.length + notKept.length)
    const byCode = new Map(english.map((line) => [line.code, line]))
    assert.equal(byCode.get('chargeable-income')?.amountSen, 8_600_000 - 5_000 - 900_000 - 250_000 - 35_000)
    assert.equal(byCode.get('tax-paid')?.enterIn, 'Year, “Work and PCB”, tax paid')

    for (const [language, sheet] of [
      ['en', 'Return'],
      ['ms', 'Borang'],
    ] as const) {
      const { sheets } = await sheetsOf(`format=xlsx&language=${language}`, { client })
      const rows = (sheets.get(sheet) ?? []).slice(4)
      assert.deepEqual(
        rows.map((row) => (typeof row[2] === 'number' ? row[2] : null)),
        english.map(({ amountSen }) => (amountSen === null ? null : amountSen / 100)),
      )
    }

    const pdf = async (language: string) =>
      (await pdfPages((await download(`format=pdf&language=${language}`, { client })).bytes)).join('\n')
    const [inEnglish, inMalay] = [await pdf('en'), await pdf('ms')]
    assert.match(inEnglish, /B1 Employment income 80,000\.00\s+Gross pay of the year/)
    assert.match(inEnglish, /B14 Chargeable income 74,100\.00/)
    assert.match(inEnglish, /B17a Tax on the first RM\s70,000 3,700\.00/)
    assert.match(inEnglish, /B27 Monthly tax deductions \(PCB\) not entered\s+Year, “Work/)
    assert.match(inEnglish, /F4¹ Gift of money for library facilities/)
    assert.match(inEnglish, /Whether tax is left to pay or comes back is not known/)
    const figures = (text: string) =>
      text.match(/\b[BFG]\d+[a-z]?(?:\([iv]+\))?¹?(?=\s)|\b[\d,]+\.\d\d\b/g) ?? []
    assert.ok(figures(inEnglish).length > 40)
    assert.deepEqual(figures(inMalay), figures(inEnglish))
    await factsPut(client, 2025, { income: { employment: 8_000_000 }, taxPaidSen: 900_000 })
    assert.match(await pdf('en'), /Refund: RM [\d,.]+\. File by 2026-05-15/)
    await factsPut(client, 2025, { income: { employment: 8_000_000 }, taxPaidSen: 0 })
    assert.match(
      await pdf('en'),
      /Balance of tax to pay: RM [\d,.]+, by 2026-04-30; with e-Filing, 2026-05-15/,
    )
    await factsPut(client, 2025, {
      income: { employment: 8_000_000, business: 1_000_000 },
      business: { lossSen: 100_000, capitalAllowancesSen: 1_500_000 },
      taxPaidSen: 0,
    })
    const formB = await pdf('en')
    assert.match(formB, /Balance of tax to pay: RM [\d,.]+, by 2026-06-30; with e-Filing, 2026-07-15/)
    assert.match(formB, /Business losses of the year 1,000\.00/)
    assert.match(formB, /Left for next year’s return: capital allowances of RM 5,000\.00\./)
  })

  test('a rule nobody verified is marked', async () => {
    const gift = { merchant: 'RUMAH ANAK YATIM', date: '2023-02-02', totalSen: 1_000 }
    await claimed(ana, gift, 'gift-approved-institution')
    const text = (await pdfPages((await download('format=pdf', { ya: 2023 })).bytes)).join('\n')
    assert.match(text, /institutions \/ organizations \/ funds \* 10\.00 –/)
    assert.match(text, /\* This rule was not checked against an official text\./)
  })

  test('is a private download with a name', async () => {
    const types = {
      csv: 'text/csv; charset=utf-8',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      json: 'application/json; charset=utf-8',
      pdf: 'application/pdf',
      zip: 'application/zip',
    }
    for (const [format, type] of Object.entries(types)) {
      const { headers } = (await download(`format=${format}`)).response
      assert.equal(headers.get('content-type'), type)
      assert.equal(headers.get('content-disposition'), `attachment; filename="tax-2025.${format}"`)
      assert.equal(headers.get('cache-control'), 'private, no-store')
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    }
  })

  test('is refused where there is no such format, language, year or person', async () => {
    for (const query of ['', '?format=doc', '?format=csv&language=fr']) {
      await isProblem(await ana.fetch(`/tax-years/2025/export${query}`), 400, 'validation_failed')
    }
    await isProblem(await ana.fetch('/tax-years/2022/export?format=csv'), 404, 'not_found')
    await isProblem(await fetch(`${app.url}/tax-years/2025/export?format=csv`), 401, 'unauthenticated')
  })

  test('a picture among the letters of a name does not keep a year from its PDF', async () => {
    const dita = await signUp(app, 'dita@example.org')
    const cafe = { merchant: 'KOPI ☕ LARUT 🍜 美', date: '2025-03-14', totalSen: 1_250 }
    await entered(dita, cafe)
    const pages = await pdfPages((await download('format=pdf', { client: dita })).bytes)
    assert.match(pages.join('\n'), /KOPI[\s\S]+LARUT/)
  })

  test('of another person has nothing of this one’s', async () => {
    const of = { client: ben }
    assert.deepEqual((await csv('format=csv', of)).rows, [])
    const { sheets } = await sheetsOf('format=xlsx', of)
    for (const name of ['Receipts', 'Not counted', 'Warnings']) assert.equal(sheets.get(name)?.length, 1)
    assert.deepEqual(JSON.parse(String((await download('format=json', of)).bytes)).receipts, [])
    const text = (await pdfPages((await download('format=pdf', of)).bytes)).join('\n')
    assert.doesNotMatch(text, /POPULAR|BELUM/)
    const paths = (await unzipped((await download('format=zip', of)).bytes)).map(({ path }) => path)
    assert.deepEqual(paths, ['summary.pdf', 'index.csv', 'index.html', 'SHA256SUMS'])
  })

  test('the data of forms TP1 and TP3 for an employer, with the claims until a month', async () => {
    const client = await signUp(app, 'payroll@example.org')
    await claimed(client, { date: '2026-01-10', totalSen: 100_000 }, 'lifestyle-books')
    await claimed(client, { date: '2026-02-10', totalSen: 250_000 }, 'lifestyle-devices')
    await claimed(client, { date: '2026-03-10', totalSen: 5_000 }, 'sports-facility')
    const sheet = async (body: object, ya = 2026, language = 'en') => {
      const response = await client.fetch(`/tax-years/${ya}/pcb/sheet?language=${language}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('content-type'), 'application/pdf')
      assert.equal(
        response.headers.get('content-disposition'),
        `attachment; filename="${(body as { form: string }).form}-${ya}.pdf"`,
      )
      return (await pdfPages(Buffer.from(await response.arrayBuffer()))).join('\n')
    }
    const tp1 = await sheet({ form: 'tp1', month: 2, since: 2 })
    assert.match(tp1, /Data for form TP1, 2026/)
    assert.match(tp1, /C5[^C]*Lifestyle[^C]*2,500\.00[^C]*1,500\.00[^C]*2,500\.00/s)
    // March comes later.
    assert.doesNotMatch(tp1, /C6/)
    const tp3 = await sheet({ form: 'tp3', paySen: 3_600_000, deductedSen: 66_000 }, 2026, 'ms')
    assert.match(tp3, /Saraan kasar bercukai[^C]*36,000\.00/s)
    assert.match(tp3, /C5[^D]*660\.00/s)
    // The items of an earlier form are not known.
    const earlier = await sheet({ form: 'tp3', paySen: 100 }, 2025)
    assert.doesNotMatch(earlier, /\bC1\b/)
    assert.match(earlier, /items of the form of 2025 were not read/)
  })
})
