/** SQL for a JSON column whose text may be damaged: SQLite's JSON functions fail on that, for all rows. */
export const validJson = (column: string) => `(CASE WHEN json_valid(${column}) THEN ${column} ELSE '{}' END)`

/** SQL for a member of an element that json_each returned, which need not be an object. */
export const memberOf = (element: string, name: string) =>
  `(CASE WHEN ${element}.type = 'object' THEN ${element}.value ->> '${name}' END)`
