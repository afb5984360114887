import { type Finding, failure, fine, warning } from '../../finding.ts'

/** AWS refuses signatures that are 5 minutes off; tokens are rejected as expired or not yet valid before that. */
const ERROR_SECONDS = 240
const WARNING_SECONDS = 30
const TIMEOUT_MS = 10_000

/** Compares this machine's clock with the Date header of a server's response (to the second). */
export async function checkClock(url: string): Promise<Finding[]> {
  const { host } = new URL(url)
  let answer: Response
  const asked = Date.now()
  try {
    answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
  } catch {
    return [
      warning(`could not be compared: ${host} does not answer`, 'see the other findings about this host'),
    ]
  }
  const there = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(there)) return []
  const here = (asked + Date.now()) / 2
  const seconds = Math.round((here - there) / 1000)
  const off = Math.abs(seconds)
  const message = `${off} s ${seconds < 0 ? 'behind' : 'ahead of'} ${host}`
  const fix = 'sudo timedatectl set-ntp true (Linux); Settings, Time, Sync now (Windows)'
  if (off >= ERROR_SECONDS) return [failure(message, fix)]
  return [off >= WARNING_SECONDS ? warning(message, fix) : fine(`right, by ${host}`)]
}
