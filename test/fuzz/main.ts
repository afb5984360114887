/**
 * npm run fuzz: requests made from the API description, and damaged files for every parser. `--schemathesis` lets that
 * program send requests instead, where Python has it.
 */
import { parseArgs } from 'node:util'
import { fuzzApi } from './api.ts'
import { fuzzFiles } from './files.ts'
import { schemathesis } from './schemathesis.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    schemathesis: { type: 'boolean', default: false },
  },
})
const plan = {
  seed: Number(values.seed),
  runs: Number(values.runs),
  // Half of the time for each.
  seconds: Number(values.minutes) * (values.only ? 60 : 30),
}

if (values.schemathesis) process.exitCode = await schemathesis(plan.seconds)
else {
  console.log(`seed ${plan.seed}`)
  if (values.only !== 'files') report('requests', await fuzzApi(plan))
  if (values.only !== 'api') report('files', await fuzzFiles(plan))
}

function report(what: string, { requests, findings }: { requests: number; findings: string[] }) {
  console.log(`${requests} ${what}, ${findings.length} findings`)
  for (const finding of findings) console.log(`\n${finding}`)
  if (findings.length > 0) process.exitCode = 1
}
