import { DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import type { Dynamo } from './database.ts'
import { TTL_ATTRIBUTE } from './tables.ts'

/**
 * Tables that do not delete expired rows by themselves. The server ignores expired rows, so this only costs storage and is
 * no reason not to start. Tables that cannot be asked are left out.
 */
export async function tablesWithoutExpiry({ call, tables }: Dynamo): Promise<string[]> {
  const { revokedTokens, taxpayers } = tables
  const found = await Promise.all(
    [revokedTokens, taxpayers].map(async (TableName) => {
      const describe = new DescribeTimeToLiveCommand({ TableName })
      const answer = await call((client, options) => client.send(describe, options)).catch(() => undefined)
      if (!answer) return []
      const { TimeToLiveStatus: status, AttributeName } = answer.TimeToLiveDescription ?? {}
      const isOn = (status === 'ENABLED' || status === 'ENABLING') && AttributeName === TTL_ATTRIBUTE
      return isOn ? [] : [TableName]
    }),
  )
  return found.flat()
}
