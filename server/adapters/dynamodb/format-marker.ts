import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { SYSTEM_OWNER, storedKeys } from '../../stored-keys.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'

/**
 * An item whose own format is the newest that was ever written to the tables. A process reads it before any other, so it
 * learns of a newer format before it meets one.
 */
export const MARKER_KEY = { user_id: SYSTEM_OWNER, item: storedKeys.format.of() }

/** @throws StorageNewerError when a newer release has written to the tables */
export async function checkMarker({ call, tables }: Dynamo) {
  await call((client, options) =>
    client.send(new GetCommand({ TableName: tables.taxpayers, Key: MARKER_KEY }), options),
  )
}

/** Announces the format that this process writes; a newer one stays, and one that cannot be read is replaced. */
export async function raiseMarker({ call, tables, formats }: Dynamo) {
  const write = call((client, options) =>
    client.send(
      new UpdateCommand({
        TableName: tables.taxpayers,
        Key: MARKER_KEY,
        UpdateExpression: 'SET #f = :f',
        ConditionExpression: 'NOT attribute_type(#f, :number) OR #f < :f',
        ...bind(['f'], { f: formats.writes, number: 'N' }),
      }),
      options,
    ),
  )
  await made(write)
}
