import type { Config } from '../config/config.ts'

/** The first lines a person sees: the URL, the place of the data, the adapters in use, and what to do next. */
export function announce(config: Config): string {
  const { listen, publicUrl, storage, identity, reader } = config
  const reach = ['127.0.0.1', '::1', 'localhost'].includes(listen.host) ? 'this machine only' : 'the network'
  return [
    `Malaysian Tax Tracker is at ${publicUrl}`,
    `  listening  ${listen.host}:${listen.port} (${reach})`,
    `  data       ${placeOf(config)}`,
    `  shape      identity ${identity.kind}, storage ${storage.kind}, reader ${reader.kind}`,
    `  next       open ${publicUrl} and ${identity.kind === 'local' ? 'make your account' : 'sign in'}; the API is described at ${publicUrl}/docs`,
  ].join('\n')
}

function placeOf({ storage, dataDir }: Config) {
  if (storage.kind === 'local') return dataDir
  return `table ${storage.tables.receipts} and bucket ${storage.bucket} in ${storage.region}`
}
