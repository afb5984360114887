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
      text: `${printed(template)}\n`,
    })),
  )

/** Levels with a line for each member: a property of a resource is one. CloudFormation takes 51,200 characters of a file. */
const LEVELS = 4

function printed(json: unknown, level = 0): string {
  if (level >= LEVELS || typeof json !== 'object' || json === null || Array.isArray(json)) {
    return JSON.stringify(json)
  }
  const members = Object.entries(json).filter(([, value]) => value !== undefined)
  if (members.length === 0) return '{}'
  const indent = ' '.repeat(level + 1)
  const lines = members.map(
    ([name, value]) => `${indent}${JSON.stringify(name)}: ${printed(value, level + 1)}`,
  )
  return `{\n${lines.join(',\n')}\n${' '.repeat(level)}}`
}
