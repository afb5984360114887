#!/usr/bin/env node
// The command: of a checkout, whose TypeScript Node runs, or of a package, whose JavaScript is in dist. Plain JavaScript
// with little of Node's library, so that an old Node gets as far as saying what it lacks.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'

const NEEDED = 24
const place = (path) => new URL(`../${path}`, import.meta.url)

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `tax-tracker needs Node.js ${NEEDED} or newer, and this is ${process.version}: install it from https://nodejs.org, or run the npm scripts of a checkout, which bring their own.`,
  )
  process.exitCode = 1
} else {
  // Nearly all that a start allocates stays: room for short-lived objects would be 25 MB for nothing. small-heap.ts
  // allows it to grow again once there are requests.
  if (process.argv[2] === 'serve') v8.setFlagsFromString('--semi-space-growth-factor=1')
  // Beside the packages, where no other user of the machine can write. What cannot be written is compiled each time.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(place('node_modules/.cache/compiled'))
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  const inCheckout = place('server/cli/start.ts')
  const { startCommandLine } = await import(
    existsSync(inCheckout) ? inCheckout.href : place('dist/server/cli/start.js').href
  )
  await startCommandLine(process.argv.slice(2))
}
