import { storedKeys } from '../../stored-keys.ts'

/** The year and the id in the key of a statement. */
export function statementKey(item: string) {
  const [year = '', id = ''] = storedKeys.statement.rest(item).split('#')
  return { year: Number(year), id }
}
