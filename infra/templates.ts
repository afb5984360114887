import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from 'aws-cdk-lib'
import { stacks } from './stacks.ts'

/** Hands the stacks to `use`, with a folder for what comes of them that is gone afterwards. */
export function withStacks<T>(use: (app: App) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tax-tracker-infra-'))
  try {
    return use(stacks(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What lies in template/, made from the code. */
export const templates = (): { path: string; text: string }[] =>
  withStacks((app) =>
    app.synth().stacks.map(({ stackName, template }) => ({
      path: fileURLToPath(new URL(`./template/${stackName}.json`, import.meta.url)),
      text: `${JSON.stringify(template, null, 1)}\n`,
    })),
  )
