import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { pack } from 'tar-stream'
import { createRandom } from '../../bench/random.ts'
import { openSource } from '../../server/cli/import/source.ts'
import { loadConfig } from '../../server/config/config.ts'
import { readMapping } from '../../server/operations/move/mapping.ts'
import { unpack } from '../../server/operations/restore/unpack.ts'
import { createPageTools } from '../../server/reading/pages/index.ts'
import { einvoiceJson, einvoiceXml } from '../support/einvoices.ts'
import { makePdf } from '../support/pdf.ts'
import { projectRoot } from '../support/project-root.ts'
import { zipOf } from '../support/zip.ts'
import type { Found } from './api.ts'
import { mutated } from './mutated.ts'

/** No parser may take longer for a small file. */
const LONGEST_MS = 30_000

interface Target {
  name: string
  samples: Buffer[]
  /** Reads the file; what it throws must be an error of `refusals`. */
  parse(path: string, bytes: Buffer): Promise<unknown>
  refusals: string[]
}

/** Hands damaged small files to every parser: each reads them or says why it does not, in time. */
export async function fuzzFiles(plan: { runs: number; seed: number; seconds: number }): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'))
  const tools = createPageTools()
  const random = createRandom(plan.seed)
  const end = performance.now() + plan.seconds * 1000
  const findings: string[] = []
  let requests = 0
  try {
    const targets = await targetsFor(tools, folder)
    for (let run = 0; run < plan.runs && findings.length < 20; run++) {
      for (const target of targets) {
        if (performance.now() > end) return { requests, findings }
        const bytes = mutated(random.pick(target.samples), random)
        const path = join(folder, 'file')
        await writeFile(path, bytes)
        requests++
        const wrong = await problemOf(target, path, bytes)
        if (!wrong) continue
        const kept = join(tmpdir(), `fuzz-${target.name.replaceAll(' ', '-')}-${plan.seed}-${run}`)
        await writeFile(kept, bytes)
        findings.push(`${target.name}: ${wrong} (${kept})`)
      }
    }
    return { requests, findings }
  } finally {
    await tools.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function problemOf(
  { parse, refusals }: Target,
  path: string,
  bytes: Buffer,
): Promise<string | undefined> {
  const timeout = Promise.withResolvers<string>()
  const timer = setTimeout(() => timeout.resolve(`takes longer than ${LONGEST_MS / 1000} s`), LONGEST_MS)
  const parsed = parse(path, bytes).then(
    () => undefined,
    (error: Error) => (refusals.includes(error.name) && error.message ? undefined : String(error.stack)),
  )
  return Promise.race([parsed, timeout.promise]).finally(() => clearTimeout(timer))
}

async function targetsFor(tools: ReturnType<typeof createPageTools>, folder: string): Promise<Target[]> {
  const square = sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
  const recorded = (name: string) => readFile(join(projectRoot, 'test/recorded', name))
  const pages = async (path: string) => {
    await tools.inspect(path)
    await tools.render(path)
    await tools.thumbnail(path, 64)
  }
  const page = (name: string, ...samples: Buffer[]): Target => ({
    name,
    samples,
    parse: pages,
    refusals: ['UnusableFileError'],
  })
  const invoice = (name: string, ...samples: Buffer[]): Target => ({
    name,
    samples,
    parse: (path) => tools.readInvoice(path),
    refusals: ['UnusableFileError'],
  })
  const pdfs = await readdir(join(projectRoot, 'test/recorded/pdf'))
  return [
    page(
      'pictures',
      await square.jpeg().toBuffer(),
      await square.png().toBuffer(),
      await square.webp().toBuffer(),
      await square.tiff().toBuffer(),
      await square.gif().toBuffer(),
    ),
    page('HEIC', await recorded('heic/turned-and-mirrored.heic')),
    page(
      'PDF',
      makePdf([{ lines: ['TOTAL RM 25.00'] }]),
      ...(await Promise.all(
        pdfs.filter((name) => name.endsWith('.pdf')).map((name) => recorded(`pdf/${name}`)),
      )),
    ),
    invoice('e-invoice XML', Buffer.from(einvoiceXml())),
    invoice('e-invoice JSON', Buffer.from(einvoiceJson())),
    {
      name: 'ZIP',
      samples: [await zipOf([join(projectRoot, 'samples/README.md'), join(projectRoot, 'package.json')])],
      async parse(path) {
        const source = await openSource(path)
        // An entry that cannot be opened is reported as a receipt that is refused.
        for (const file of source.files)
          await file
            .open()
            .then(buffer)
            .catch(() => undefined)
        source.close()
      },
      refusals: ['UsageError'],
    },
    {
      name: 'backup',
      samples: [await smallBackup()],
      parse: async (from) => {
        const into = await mkdtemp(join(folder, 'into-'))
        await unpack({ from, into, passphrase: async () => 'x', accept() {} }).finally(() =>
          rm(into, { recursive: true, force: true }),
        )
      },
      refusals: ['OperationError'],
    },
    {
      name: 'CSV',
      samples: [
        Buffer.from('local-user,cognito-sub\nana@example.org,a93a5dfc-10a1-70c9-1f2b-5d3c6e7f8a90\n'),
      ],
      parse: async (_path, bytes) =>
        readMapping(bytes.toString('utf8'), [{ userId: 'ana', email: 'ana@example.org', receipts: 1 }]),
      refusals: ['OperationError'],
    },
    {
      name: '.env',
      samples: [await readFile(join(projectRoot, '.env.example'))],
      parse: async (_path, bytes) => loadConfig({}, bytes.toString('utf8')),
      refusals: ['ConfigError'],
    },
  ]
}

/** An archive as `npm run backup` writes it, without a database that could be opened. */
async function smallBackup(): Promise<Buffer> {
  const archive = pack()
  const entry = (name: string, text: string) => archive.entry({ name }, text)
  entry(
    'backup.json',
    JSON.stringify({
      product: 'malaysian-tax-tracker',
      format: 1,
      schema: 1,
      createdAt: '2026-03-15T04:00:00.000Z',
      receipts: 0,
    }),
  )
  entry('tracker.db', 'x'.repeat(600))
  entry('keys/secret-key', 'x'.repeat(43))
  entry('manifest.json', JSON.stringify({ parts: [], missing: [] }))
  archive.finalize()
  return buffer(archive as unknown as AsyncIterable<Buffer>)
}
