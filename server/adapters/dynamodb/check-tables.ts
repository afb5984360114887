import { DescribeTableCommand, type TableDescription } from '@aws-sdk/client-dynamodb'
import { isRefused } from '../../aws/diagnosis.ts'
import type { Clock } from '../../clock.ts'
import { StorageIncompleteError } from '../../errors.ts'
import { failure } from '../../finding.ts'
import type { Dynamo } from './database.ts'
import { problemsOf, type TableProblem } from './table-problems.ts'
import { tableDefinitions } from './tables.ts'

/** Readiness is public and polled, so a result is used again for this long. */
const GOOD_FOR_MS = 60_000

/** Checks that all tables and indexes exist as tables.ts defines them. */
export function createTableCheck(dynamo: Dynamo, clock: Clock) {
  const { call, region, tables } = dynamo
  let last: { at: number; problems: Promise<TableProblem[]> } | undefined

  async function describe(name: string): Promise<TableDescription | 'unknown' | undefined> {
    try {
      const describeTable = new DescribeTableCommand({ TableName: name })
      return (await call((client, options) => client.send(describeTable, options))).Table
    } catch (error) {
      const { name: reason } = causeOf(error)
      if (reason === 'ResourceNotFoundException') return undefined
      // The role of an earlier template lacks dynamodb:DescribeTable. Reads and writes still show what is wrong.
      if (isRefused(causeOf(error))) return 'unknown'
      throw error
    }
  }

  async function problemsNow(): Promise<TableProblem[]> {
    const { receipts, revokedTokens, taxpayers } = tables
    const found = new Map(
      await Promise.all(
        [receipts, revokedTokens, taxpayers].map(async (name) => [name, await describe(name)] as const),
      ),
    )
    return tableDefinitions(tables).flatMap((wanted) => {
      const table = found.get(String(wanted.TableName))
      return table === 'unknown' ? [] : problemsOf(region, wanted, table)
    })
  }

  return {
    /** Rejects with StorageIncompleteError or StorageUnavailableError. */
    async check() {
      const now = clock.now().getTime()
      if (!last || now - last.at >= GOOD_FOR_MS) last = { at: now, problems: problemsNow() }
      const checked = last
      const problems = await checked.problems.catch((error) => {
        if (last === checked) last = undefined
        throw error
      })
      if (problems.length === 0) return
      // A repair is to be noticed at once.
      if (last === checked) last = undefined
      throw new StorageIncompleteError(problems.map(({ message, fix }) => failure(message, fix)))
    },
  }
}

/** The error of the SDK inside a storage error. */
const causeOf = (error: unknown) => ((error as Error).cause ?? error) as Error
