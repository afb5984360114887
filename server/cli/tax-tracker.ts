#!/usr/bin/env node
import { startCommandLine } from './start.ts'

await startCommandLine(process.argv.slice(2))
