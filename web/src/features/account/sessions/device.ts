/** What a browser says of itself, as far as a person can recognise their devices by it. */
export interface Device {
  kind: 'phone' | 'tablet' | 'computer' | 'other'
  browser?: string
  system?: string
}

type Rule = readonly [name: string, pattern: RegExp]

/** Most browsers also name those they descend from, so the order matters. */
const BROWSERS: readonly Rule[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]

const SYSTEMS: readonly Rule[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Mac', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

const first = (rules: readonly Rule[], text: string) => rules.find(([, pattern]) => pattern.test(text))?.[0]

/** @param userAgent as sent at sign-in */
export function deviceOf(userAgent: string): Device {
  const browser = first(BROWSERS, userAgent)
  const system = first(SYSTEMS, userAgent)
  return { kind: kindOf(userAgent, system), ...(browser && { browser }), ...(system && { system }) }
}

function kindOf(userAgent: string, system: string | undefined): Device['kind'] {
  if (!system) return 'other'
  if (system === 'iPad') return 'tablet'
  if (system === 'iPhone') return 'phone'
  if (system === 'Android') return /\bMobile\b/.test(userAgent) ? 'phone' : 'tablet'
  return 'computer'
}
