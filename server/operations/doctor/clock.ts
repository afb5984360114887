import { broken, type Finding, fine, warning } from './finding.ts'

/** AWS refuses signatures that are 5 minutes off; tokens are found expired or not valid yet before that. */
const BROKEN_SECONDS = 240
const WARNING_SECONDS = 30
const TIMEOUT_MS = 10_000

/** How far this machine's clock is from a server's, as the Date of its answer says (to the second). */
export async function checkClock(url: string): Promise<Finding[]> {
  const { host } = new URL(url)
  let answer: Response
  const asked = Date.now()
  try {
    answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
  } catch {
    return [warning(`could not be compared: ${host} does not answer`, 'look at what is said of it elsewhere')]
  }
  const there = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(there)) return []
  const here = (asked + Date.now()) / 2
  const seconds = Math.round((here - there) / 1000)
  const off = Math.abs(seconds)
  const said = `${off} s ${seconds < 0 ? 'behind' : 'ahead of'} ${host}`
  const mend = 'sudo timedatectl set-ntp true (Linux); Settings, Time, Sync now (Windows)'
  if (off >= BROKEN_SECONDS) return [broken(said, mend)]
  return [off >= WARNING_SECONDS ? warning(said, mend) : fine(`right, by ${host}`)]
}
