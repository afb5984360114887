import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const EVAL = fileURLToPath(new URL('../../bench/eval.ts', import.meta.url))

let folder: string

/** Lines of text as the set keeps them: four corners in pixels, then the text. */
const box = (lines: string[]) =>
  lines
    .map((text, i) => {
      const [right, top, bottom] = [40 + text.length * 12, 40 + i * 40, 68 + i * 40]
      return `40,${top},${right},${top},${right},${bottom},40,${bottom},${text}`
    })
    .join('\r\n')

async function addReceipt(id: string, lines: string[], key: object) {
  await writeFile(join(folder, 'box', `${id}.csv`), box(lines))
  await writeFile(join(folder, 'key', `${id}.json`), JSON.stringify(key))
}

/** Reads a set of this one receipt. */
async function evaluateOne(lines: string[], company: string) {
  const ids = join(folder, 'one.txt')
  await writeFile(ids, 'one')
  await addReceipt('one', lines, { company, date: '03/04/2018', total: '12.50' })
  const answer = await evaluate('--ids', ids)
  await Promise.all([rm(join(folder, 'box', 'one.csv')), rm(join(folder, 'key', 'one.json'))])
  return answer
}

const evaluate = (...options: string[]) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', EVAL, folder, '--text', ...options])

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'))
  await mkdir(join(folder, 'box'))
  await mkdir(join(folder, 'key'))
  await addReceipt('001', ['KEDAI BUNGA RAYA', 'DATE: 03/04/2018', 'TOTAL RM 12.50'], {
    company: 'Kedai Bunga-Raya',
    date: '3/4/18',
    total: 'RM12.50',
  })
  await addReceipt('002', ['PUSAT TARI SDN BHD', 'DATE: 05 MAY 2018', 'TOTAL, 7.02'], {
    company: 'PUSAT TARIAN SDN BHD',
    date: '05/05/2018',
    total: '7.00',
  })
  await addReceipt('003', ['KEDAI KAIN', 'DATE: 06/05/2018', 'TOTAL 9.00'], {
    company: 'KEDAI KAIN',
    date: '06/05/2018',
    total: '99.00',
  })
  await writeFile(join(folder, 'errata.json'), JSON.stringify({ '003': { total: '9.00' } }))
})

after(() => rm(folder, { recursive: true }))

test('scores date, total, total within 5 sen, merchant and all three; errata win over keys', async () => {
  const { stdout } = await evaluate()
  assert.match(stdout, /^date +3\/3 {2}100\.0 % {2}\[43\.8, 100\.0\]$/m)
  assert.match(stdout, /^total +2\/3 {2}66\.7 % {2}\[20\.8, 93\.9\]$/m)
  assert.match(stdout, /^total±5 +3\/3/m)
  assert.match(stdout, /^merchant +2\/3/m)
  assert.match(stdout, /^all three +2\/3/m)
  assert.match(stdout, /^mean of date, total and merchant +77\.8 %$/m)
  assert.match(stdout, /^right where confidence >= 0\.9: date \d\/\d/m)
  assert.match(stdout, /^no correction needed: 2\/3 /m)
  assert.match(stdout, /^seconds a receipt: median [\d.]+, p95 [\d.]+$/m)
})

test('a name with one wrong letter, or with the brand in front of it, counts as nearly right', async () => {
  const near = (key: string) =>
    evaluateOne(['KEDAI BUNGA RAYA', 'DATE: 03/04/2018', 'TOTAL RM 12.50'], key).then(
      ({ stdout }) => /^merchant~ +(\d)\/1/m.exec(stdout)?.[1],
    )
  assert.equal(await near('KEDAI BUNGA RAJA'), '1')
  assert.equal(await near('BUNGA RAYA'), '1')
  assert.equal(await near('KEDAI BUNGA ROSE'), '0')
})

test('says of each field how often what it states is right, and what is wrong without a mark', async () => {
  const { stdout } = await evaluate()
  const bins = [...stdout.matchAll(/^(date|total|merchant): stated.*\n((?: {2}.*\n)+)/gm)]
  assert.deepEqual(
    bins.map(([, field]) => field),
    ['date', 'total', 'merchant'],
  )
  for (const [, , rows = ''] of bins) {
    const values = [...rows.matchAll(/^ {2}\S+(?: read)? +(\d+)/gm)].map(([, count]) => Number(count))
    assert.equal(
      values.reduce((sum, count) => sum + count, 0),
      3,
    )
  }
  assert.match(
    stdout,
    /^wrong and unmarked \(stated >= 0\.9\): date \d of \d .*, total \d beyond 5 sen of \d/m,
  )
  assert.match(stdout, /^all three stated >= 0\.9: \d\/3 .*\n {2}of these right: \d\/\d /m)
})

test('--misses lists what was read wrong beside its key', async () => {
  const { stdout } = await evaluate('--misses', 'merchant')
  assert.match(stdout, /^002\tgot "PUSAT TARI SDN BHD"\tkey "PUSAT TARIAN SDN BHD"$/m)
  assert.doesNotMatch(stdout, /^001\t/m)
})

test('--ids takes a part, --out writes what was read', async () => {
  const [ids, out] = [join(folder, 'ids.txt'), join(folder, 'out.json')]
  await writeFile(ids, '001\n003\n')
  const { stdout } = await evaluate('--ids', ids, '--out', out)
  assert.match(stdout, /^date +2\/2/m)
  assert.deepEqual(JSON.parse(await readFile(out, 'utf8')), {
    '001': { merchant: 'KEDAI BUNGA RAYA', date: '2018-04-03', total: '12.50' },
    '003': { merchant: 'KEDAI KAIN', date: '2018-05-06', total: '9.00' },
  })
})

test('--words counts the words read, --damage has a row for each damage', async () => {
  assert.match((await evaluate('--words')).stdout, /^words read: F1 100\.0 %$/m)
  const ids = join(folder, 'damaged.txt')
  await writeFile(ids, '001\n003\n')
  const { stdout } = await evaluate('--ids', ids, '--damage', 'clean,photo')
  assert.match(stdout, /^right in % +n +date +total +merchant +merchant~ +all three +words F1 +seconds$/m)
  for (const name of ['clean', 'photo'])
    assert.match(stdout, new RegExp(`^${name} +2 +100\\.0 .* 100\\.0 +\\d\\.\\d\\d$`, 'm'))
  await assert.rejects(evaluate('--damage', 'crumpled'), /takes some of: clean, rot90, rot180, photo/)
})

test('wrong usage is answered with how to use it', async () => {
  for (const [args, says] of [
    [[], /^usage: npm run eval/],
    [[folder, '--misse', 'date'], /^Unknown option '--misse'.*\n\nusage: npm run eval/],
  ] as const) {
    await assert.rejects(
      run(process.execPath, [EVAL, ...args]),
      (error: { code?: number; stderr?: string }) => {
        assert.equal(error.code, 2)
        assert.match(error.stderr ?? '', says)
        return true
      },
    )
  }
})

test('output that nobody reads ends it quietly', async () => {
  const child = spawn(process.execPath, [EVAL, folder, '--text'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  assert.deepEqual([code, stderr], [0, ''])
})
