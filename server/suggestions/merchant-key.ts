const LEGAL = new Set(
  'sdn bhd berhad sendirian m malaysia plt llp sb sbn co company ltd limited inc enterprise ent trading'.split(
    ' ',
  ),
)
/** What follows one of these names the branch. */
const BRANCH = new Set(['cawangan', 'cwgn', 'branch', 'outlet', 'hq', 'kiosk'])
const PLACE = new Set(['taman', 'tmn', 'bandar', 'jalan', 'jln', 'seksyen', 'section', 'lot', 'lorong'])
/** Names of trades: what follows is the merchant's own name even if it is a place (Klinik Taman Desa). */
const TRADE = new Set(
  `klinik clinic kedai restoran restaurant pasaraya farmasi pharmacy tadika taska sekolah hospital masjid surau pusat stesen
  syarikat perniagaan persatuan koperasi hotel kompleks dewan majlis kolej`.split(/\s+/),
)
const LONGEST = 60
const MOST_READ = 200

const wordsOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replace(/\bs\/b\b/g, ' sdn bhd ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Runs together, with letters and figures that look alike as one: a name is not spelt the same on each scan. */
const glue = (words: string[]) => words.join('').replace(/[1l]/g, 'i').replaceAll('0', 'o').slice(0, LONGEST)

/**
 * One key for one merchant: `AEON CO. (M) BHD`, `Aeon Co (M) Bhd. (126926-H)` and `AEON CO (M) BHD - TAMAN MALURI` have the
 * same. Never empty.
 */
export function merchantKey(merchant: string): string {
  const name = merchant.slice(0, MOST_READ)
  const [beforeDash = ''] = name.split(/\s[-–—@]\s|@/u)
  const isName = beforeDash.replace(/[^\p{L}]/gu, '').length >= 4
  const bare = (isName ? beforeDash : name).replace(/\([^()]*\)?/g, ' ')
  const words = withoutBranch(
    wordsOf(bare).filter((word) => !LEGAL.has(word) && !/^\d{5,}[a-z]?$/.test(word)),
  )
  return glue(words) || glue(wordsOf(name)) || 'unnamed'
}

function withoutBranch(words: string[]): string[] {
  const cut = words.findIndex(
    (word, at) => at > 0 && (BRANCH.has(word) || (PLACE.has(word) && !TRADE.has(words[at - 1] ?? ''))),
  )
  return cut === -1 ? words : words.slice(0, cut)
}
