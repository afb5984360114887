const LEGAL = new Set(
  'sdn bhd berhad sendirian m malaysia plt llp sb sbn co company ltd limited inc enterprise ent trading'.split(
    ' ',
  ),
)
/** Words before the name of a branch. */
const BRANCH = new Set(['cawangan', 'cwgn', 'branch', 'outlet', 'hq', 'kiosk'])
const PLACE = new Set(['taman', 'tmn', 'bandar', 'jalan', 'jln', 'seksyen', 'section', 'lot', 'lorong'])
/** Names of trades. What follows is the merchant's name, even if it is a place (Klinik Taman Desa). */
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

/** Joins the words and unifies letters and digits that look alike, because scans of a name differ. */
const glue = (words: string[]) => words.join('').replace(/[1l]/g, 'i').replaceAll('0', 'o').slice(0, LONGEST)

/**
 * One key per merchant: `AEON CO. (M) BHD`, `Aeon Co (M) Bhd. (126926-H)` and `AEON CO (M) BHD - TAMAN MALURI` have
 * the same key. Never empty.
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
