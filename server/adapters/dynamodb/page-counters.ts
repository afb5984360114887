import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { seconds } from '../../clock.ts'
import type { PageCounter, PageCounters } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'
import { TTL_ATTRIBUTE } from './tables.ts'

/** Each counter is an item of the taxpayer. An update whose answer was lost may count twice, never too little. */
export function createPageCounters({ call, tables, formats }: Dynamo): PageCounters {
  const at = ({ userId, period }: PageCounter) => ({
    TableName: tables.taxpayers,
    Key: { user_id: userId, item: storedKeys.pages.of(period) },
  })

  return {
    async take(counter, pages, { most, expiresAt }) {
      if (pages > most) return false
      const update = new UpdateCommand({
        ...at(counter),
        UpdateExpression: `SET #${TTL_ATTRIBUTE} = :end, #f = :f ADD #pages :pages`,
        ConditionExpression: 'attribute_not_exists(#pages) OR #pages <= :room',
        ...bind([TTL_ATTRIBUTE, 'f', 'pages'], {
          end: seconds(expiresAt),
          ...formats.stamp,
          pages,
          room: most - pages,
        }),
      })
      return made(call((client, options) => client.send(update, options)))
    },

    async giveBack(counter, pages) {
      const update = new UpdateCommand({
        ...at(counter),
        UpdateExpression: 'ADD #pages :less',
        ConditionExpression: '#pages >= :pages',
        ...bind(['pages'], { less: -pages, pages }),
      })
      await made(call((client, options) => client.send(update, options)))
    },

    async used(counter) {
      const get = new GetCommand(at(counter))
      const { Item } = await call((client, options) => client.send(get, options))
      return typeof Item?.pages === 'number' ? Item.pages : 0
    },
  }
}
