declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** A DynamoDB in memory. The options are milliseconds until a table exists, or is gone. */
  export default function dynalite(options: { createTableMs: number; deleteTableMs: number }): Server
}
