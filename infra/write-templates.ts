import { writeFileSync } from 'node:fs'
import { templates } from './templates.ts'

for (const { path, text } of templates()) {
  writeFileSync(path, text)
  console.log(path)
}
