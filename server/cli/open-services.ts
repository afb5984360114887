import { type Config, loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { createLog } from '../log.ts'
import type { Overrides } from '../services/overrides.ts'
import { createServices } from '../services.ts'

/** The services of this installation, for a command: its log goes to standard error, so that it never mixes with the output. */
export function openServices(overrides: Omit<Overrides, 'log'> = {}) {
  const config = loadConfig(process.env, readEnvFile())
  return createServices(config, { ...overrides, log: commandLog(config) })
}

/** What the server logs of its work is no news on the command line, unless somebody asks for it. */
function commandLog({ logLevel, setBy }: Config) {
  return createLog(setBy.LOG_LEVEL === 'default' ? 'warn' : logLevel, process.stderr.fd)
}
