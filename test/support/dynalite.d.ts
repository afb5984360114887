declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** A DynamoDB in memory. Milliseconds until a table is there, or gone. */
  export default function dynalite(options: { createTableMs: number; deleteTableMs: number }): Server
}
