import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { close, listen } from './aws.ts'

/** As DescribeTimeToLive tells it, by the name of the table; or the error it answers with. */
export type TableExpiry = Record<
  string,
  { TimeToLiveStatus: string; AttributeName?: string } | { error: string }
>

/** A DynamoDB whose tables expire as they are said to; everything else is asked of the one at `endpoint`. */
export async function startTableExpiry(endpoint: string) {
  const state = { tables: {} as TableExpiry, asked: [] as string[] }
  const server = createServer(async (request, response) => {
    const body = new Uint8Array(await buffer(request))
    const answer = (status: number, json: object) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(JSON.stringify(json))
    }
    if (request.headers['x-amz-target'] === 'DynamoDB_20120810.DescribeTimeToLive') {
      const { TableName } = JSON.parse(String(Buffer.from(body)))
      state.asked.push(TableName)
      const expiry = state.tables[TableName] ?? { TimeToLiveStatus: 'DISABLED' }
      if ('error' in expiry) return answer(400, { __type: `com.amazon.coral.service#${expiry.error}` })
      return answer(200, { TimeToLiveDescription: expiry })
    }
    const { host, connection, 'content-length': length, ...headers } = request.headers
    const passed = await fetch(endpoint, { method: 'POST', headers: headers as Record<string, string>, body })
    response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? '' })
    response.end(Buffer.from(await passed.arrayBuffer()))
  })
  return Object.assign(state, { endpoint: await listen(server), close: () => close(server) })
}
