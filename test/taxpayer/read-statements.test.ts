import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Statement } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { drawPaper, englishEa, malayEa, type PaperLine } from '../support/ea-forms.ts'
import { fileForm, isProblem } from '../support/receipts.ts'
import { createTextLayerReader } from '../support/text-layer-reader.ts'

const PATH = '/tax-years/2025/taxpayer/statements'

/** What an employer printed, and what of it is read: by figure, and the names of what is only remarked. */
interface Case {
  name: string
  paper: PaperLine[]
  columns?: true
  figures: Record<string, number>
  remarks?: Record<string, number>
  adds: boolean | null
}

const usual = {
  a: '72,000.00',
  b: '6,000.00',
  c: '1,200.50',
  total: '79,200.50',
  pcb: '3,456.70',
  zakat: '600.00',
  epf: '8,712.00',
  socso: '419.40',
}
const usualFigures = { employment: 79_200_50, taxPaid: 3_456_70, zakat: 600_00, epf: 8_712_00, socso: 419_40 }

const cases: Case[] = [
  { name: 'in Malay', paper: malayEa(usual), figures: usualFigures, adds: true },
  { name: 'in English', paper: englishEa(usual), figures: usualFigures, adds: true },
  {
    name: 'with ringgit and sen in columns of their own',
    paper: malayEa(usual),
    columns: true,
    figures: usualFigures,
    adds: true,
  },
  {
    name: 'with dots and dashes for nothing',
    paper: englishEa({ ...usual, d: '-', e: '........', f: 'RM ............', kind: '0.00', cp38: '-' }),
    figures: usualFigures,
    adds: true,
  },
  {
    name: 'with RM in front of whole ringgit',
    paper: malayEa({ a: 'RM 36,000', total: 'RM 36,000', pcb: 'RM 120', epf: 'RM 3,960.00' }),
    figures: { employment: 36_000_00, taxPaid: 120_00, epf: 3_960_00 },
    adds: true,
  },
  {
    name: 'with benefits, arrears and an employer that paid the tax',
    paper: englishEa({
      ...usual,
      d: '2,000.00',
      arrears: '1,500.00',
      kind: '5,000.00',
      home: '12,000.00',
      refund: '300.00',
      total: '100,000.50',
    }),
    figures: { ...usualFigures, employment: 100_000_50 },
    adds: true,
  },
  {
    name: 'with what has to be asked: gratuity, compensation, pension, CP38, donations, TP1',
    paper: malayEa({
      ...usual,
      f: '20,000.00',
      loss: '50,000.00',
      pension: '7,000.00',
      total: '156,200.50',
      cp38: '250.00',
      gifts: '100.00',
      tp1: '2,500.00',
      tp1Zakat: '300.00',
      children: '4,000.00',
      exempt: '1,000.00',
    }),
    figures: usualFigures,
    remarks: {
      gratuity: 20_000_00,
      compensation: 50_000_00,
      pension: 7_000_00,
      cp38: 250_00,
      donations: 100_00,
      tp1Reliefs: 2_500_00,
      tp1Zakat: 300_00,
      childReliefs: 4_000_00,
      exemptPay: 1_000_00,
    },
    adds: true,
  },
  {
    name: 'whose total is not the sum of its lines',
    paper: malayEa({ ...usual, total: '80,200.50' }),
    figures: usualFigures,
    adds: false,
  },
]

describe('reading statements', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader: createTextLayerReader() } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  async function kept(kind: string, file: Buffer, by = ana): Promise<Statement> {
    const response = await by.fetch(`${PATH}?kind=${kind}`, {
      method: 'POST',
      body: fileForm(file, 'statement'),
    })
    const statement = (await response.json()) as Statement
    assert.equal(response.status, 201, JSON.stringify(statement))
    return statement
  }
  async function read({ id }: Statement, by = ana) {
    const response = await by.fetch(`${PATH}/${id}/reading`, { method: 'POST' })
    const statement = (await response.json()) as Statement
    assert.equal(response.status, 200, JSON.stringify(statement))
    assert.ok(statement.reading)
    return statement.reading
  }
  const figuresOf = ({ figures }: Awaited<ReturnType<typeof read>>) =>
    Object.fromEntries(figures.map(({ name, sen }) => [name, sen]))

  for (const { name, paper, columns = false, figures, remarks = {}, adds } of cases) {
    test(`an EA form ${name}`, async () => {
      const reading = await read(await kept('ea-form', await drawPaper(paper, { columns })))
      assert.deepEqual(figuresOf(reading), figures)
      assert.deepEqual(Object.fromEntries(reading.remarks.map(({ name, sen }) => [name, sen])), remarks)
      assert.deepEqual([reading.state, reading.year, reading.adds], ['read', 2025, adds])
      const employment = reading.figures.find(({ name }) => name === 'employment')
      if (adds) assert.ok((employment?.confidence ?? 0) > 0.9)
      else assert.ok((employment?.confidence ?? 1) < 0.7)
      assert.ok(
        reading.figures.every(({ lines }) => lines.every(({ box }) => box.left > 0.5 && box.width > 0)),
      )
    })
  }

  test('lines that add up are told one by one, with the number of the form', async () => {
    const reading = await read(await kept('ea-form', await drawPaper(malayEa({ ...usual, a: '71,000.00' }))))
    const employment = reading.figures.find(({ name }) => name === 'employment')
    assert.deepEqual(
      employment?.lines.map(({ line, sen }) => [line, sen]),
      [
        ['B1(a)', 71_000_00],
        ['B1(b)', 6_000_00],
        ['B1(c)', 1_200_50],
      ],
    )
    assert.equal(reading.employerNumber, '9123456708')
  })

  test('the year of the paper is told, so that one of another year is noticed', async () => {
    const reading = await read(await kept('ea-form', await drawPaper(englishEa(usual, 2024))))
    assert.equal(reading.year, 2024)
  })

  test('what is no EA form is said to be none', async () => {
    const receipt: PaperLine[] = [
      ['KEDAI BUKU CONTOH'],
      ['NOVEL', '20.50'],
      ['JUMLAH', '20.50'],
      ['TUNAI', '50.00'],
    ]
    const reading = await read(await kept('ea-form', await drawPaper(receipt)))
    assert.deepEqual([reading.state, reading.figures], ['not_recognised', []])
  })

  test('statements of EPF, SOCSO, insurers, SSPN, PRS, zakat and a housing loan', async () => {
    const papers: [kind: string, PaperLine[], Record<string, number>][] = [
      [
        'epf',
        [
          ['KUMPULAN WANG SIMPANAN PEKERJA'],
          ['PENYATA AHLI TAHUN 2025'],
          ['Caruman Majikan', '9,504.00'],
          ['Caruman Pekerja', '8,712.00'],
          ['Caruman Sukarela', '1,200.00'],
        ],
        { epf: 8_712_00, voluntaryEpf: 1_200_00 },
      ],
      [
        'epf',
        [
          ['EMPLOYEES PROVIDENT FUND (EPF)'],
          ["MEMBER'S STATEMENT FOR THE YEAR 2025"],
          ["Employer's contribution", '9,504.00'],
          ["Member's contribution", '8,712.00'],
          ['Self contribution (i-Saraan)', '500.00'],
        ],
        { epf: 8_712_00, voluntaryEpf: 500_00 },
      ],
      [
        'socso',
        [
          ['PERTUBUHAN KESELAMATAN SOSIAL (PERKESO)'],
          ['Tahun 2025'],
          ['Jumlah caruman majikan', '1,200.40'],
          ['Jumlah caruman pekerja', '350.00'],
        ],
        { socso: 350_00 },
      ],
      [
        'insurance',
        [
          ['CONTOH LIFE INSURANCE BERHAD'],
          ['ANNUAL PREMIUM STATEMENT 2025'],
          ['Life insurance premium', 'RM 2,400.00'],
          ['Medical and education premium', 'RM 1,800.00'],
          ['Total premium paid', 'RM 4,200.00'],
        ],
        { lifeInsurance: 2_400_00, medicalInsurance: 1_800_00 },
      ],
      [
        'sspn',
        [
          ['PENYATA SSPN PRIME'],
          ['31/12/2025'],
          ['Jumlah simpanan', '6,000.00'],
          ['Pengeluaran untuk pengajian', '500.00'],
          ['Jumlah pengeluaran', '1,000.00'],
        ],
        { sspnDeposits: 6_000_00, sspnEducation: 500_00, sspnWithdrawals: 1_000_00 },
      ],
      [
        'prs',
        [
          ['PRIVATE RETIREMENT SCHEME (PRS)'],
          ['Contribution January', '250.00'],
          ['Total contributions 2025', '3,000.00'],
        ],
        { prs: 3_000_00 },
      ],
      [
        'zakat',
        [['PUSAT PUNGUTAN ZAKAT'], ['Tahun 2025'], ['Jumlah bayaran zakat', 'RM 1,250.00']],
        { zakat: 1_250_00 },
      ],
      [
        'housing-loan',
        [
          ['PENYATA PINJAMAN PERUMAHAN'],
          ['Baki faedah', '120,000.00'],
          ['Jumlah faedah dibayar bagi tahun 2025', '9,876.54'],
        ],
        { loanInterest: 9_876_54 },
      ],
    ]
    for (const [kind, paper, figures] of papers) {
      const reading = await read(await kept(kind, await drawPaper(paper)))
      assert.deepEqual([kind, reading.state, figuresOf(reading)], [kind, 'read', figures])
      assert.ok(
        reading.figures.every(({ confidence }) => confidence < 0.9),
        'none counts unseen',
      )
    }
  })

  test('is done once, belongs to its owner, and changes no fact', async () => {
    const statement = await kept('ea-form', await drawPaper(malayEa({ ...usual, pcb: '1,111.10' })))
    assert.equal(statement.reading, null)
    const first = await read(statement)
    assert.deepEqual(await read(statement), first)
    const list = (await (await ana.fetch(PATH)).json()) as { statements: Statement[] }
    assert.deepEqual(list.statements.find(({ id }) => id === statement.id)?.reading, first)
    const ben = await signUp(app, 'ben@example.org')
    await isProblem(await ben.fetch(`${PATH}/${statement.id}/reading`, { method: 'POST' }), 404, 'not_found')
    const facts = (await (await ana.fetch('/tax-years/2025/taxpayer')).json()) as { version: number }
    assert.equal(facts.version, 0)
  })

  test('a page that cannot be read right now is no reading: it is tried again', async () => {
    const drawing = await drawPaper([[['']]])
    const statement = await kept('epf', drawing)
    const response = await ana.fetch(`${PATH}/${statement.id}/reading`, { method: 'POST' })
    await isProblem(response, 503, 'reading_unavailable')
  })
})
