import { encode, renderUnicodeCompact } from 'uqr'
import type { Config } from '../config/config.ts'
import { isOnlyForThisMachine, listensToNetwork } from '../config/public-url.ts'
import { checkNetwork } from './network.ts'

/** Modules around the QR code, which scanners need to find it. */
const QUIET_ZONE = 2

export interface Announced {
  /** Of this machine, as other devices reach it. */
  addresses: readonly string[]
  /** What the first account needs from another machine; undefined: nothing. */
  firstAccountCode: string | undefined
  /** Where the text goes. */
  output: { isTTY?: boolean; columns?: number }
  /** Whether the QR code is asked for; otherwise a terminal that has room for it shows it. */
  qr: boolean
}

/**
 * The first lines a person sees: the address, also as a QR code, the place of the data, the adapters in use, what other
 * devices cannot do, and what to do next.
 */
export function announce(config: Config, announced: Announced): string {
  const { listen, publicUrl, storage, identity, reader } = config
  const isForOthers = listensToNetwork(config) || !isOnlyForThisMachine(config)
  const reach = listensToNetwork(config) ? 'the network' : 'this machine only'
  const { addresses, firstAccountCode } = announced
  const warnings = checkNetwork(config, addresses).filter(({ severity }) => severity !== 'ok')
  return [
    `Malaysian Tax Tracker is at ${publicUrl}`,
    `  listening  ${listen.host}:${listen.port} (${reach})`,
    ...(listensToNetwork(config) ? addresses : []).map((one) => `  address    http://${one}:${listen.port}`),
    `  data       ${placeOf(config)}`,
    `  shape      identity ${identity.kind}, storage ${storage.kind}, reader ${reader.kind}`,
    `  next       open ${publicUrl} and ${identity.kind === 'local' ? 'make your account' : 'sign in'}; the API is described at ${publicUrl}/docs`,
    ...(isForOthers && firstAccountCode
      ? [`  code       ${firstAccountCode}, asked for when the first account is created from the network`]
      : []),
    ...warnings.flatMap(({ message, fix }) => [`  warning    ${message}`, `             -> ${fix}`]),
    ...qrCode(publicUrl, announced),
  ].join('\n')
}

function placeOf({ storage, dataDir }: Config) {
  if (storage.kind === 'local') return dataDir
  return `table ${storage.tables.receipts} and bucket ${storage.bucket} in ${storage.region}`
}

/** The address for a phone's camera. */
function qrCode(publicUrl: string, { output, qr }: Announced): string[] {
  const isOnlyHere = isOnlyForThisMachine({ publicUrl })
  const options = { border: QUIET_ZONE }
  const hasRoom = output.isTTY === true && (output.columns ?? 0) >= encode(publicUrl, options).size
  if (isOnlyHere || !(qr || hasRoom)) return []
  const rows = renderUnicodeCompact(publicUrl, options).split('\n')
  // The blocks are the light modules: on a terminal with a light background the code would be inverted.
  return output.isTTY ? rows.map((row) => `\u001B[97;40m${row}\u001B[0m`) : rows
}
