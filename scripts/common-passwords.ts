// Makes server/identity/local/password-rules/common-passwords.txt.br from the lists its NOTICE names:
//   node scripts/common-passwords.ts passwords.json common-passwords.txt.gz
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gunzipSync } from 'node:zlib'
import { foldPassword, SHORTEST_STEM } from '../server/identity/local/password-rules/fold.ts'

const [json, gz] = process.argv.slice(2)
if (!json || !gz)
  throw new Error('usage: node scripts/common-passwords.ts passwords.json common-passwords.txt.gz')

const lists: string[] = [
  ...JSON.parse(readFileSync(json, 'utf8')),
  ...gunzipSync(readFileSync(gz)).toString().split('\n'),
]
const words = new Set(lists.map(foldPassword).filter((word) => word.length >= SHORTEST_STEM))
const text = [...words].sort().join('\n')
writeFileSync(
  join(import.meta.dirname, '../server/identity/local/password-rules/common-passwords.txt.br'),
  brotliCompressSync(text),
)
console.log(
  `${words.size} passwords, ${[...words].filter((word) => word.length >= 10).length} of 10 characters or more`,
)
