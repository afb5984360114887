import { api } from './api.js'
import { make } from './dom.js'
import { day, money, statusNames } from './words.js'

const PAGE = 20
/** The most the server gives at once. */
const MOST = 100

/**
 * The list of receipts in `list`, with `more` to show the next page; `open` is given the id a person chooses, `say`
 * a sentence when the list cannot be had, or an empty one when it can.
 */
export function createList({ list, more }, { open, say }) {
  let text = ''
  let cursor = null
  let latest = 0

  async function load(query) {
    const turn = ++latest
    try {
      const page = await api.list({ ...query, ...(text && { text }) })
      // An answer that was overtaken by a later question is of no use.
      if (turn !== latest) return undefined
      say('')
      cursor = page.nextCursor
      more.hidden = cursor === null
      return page.receipts.map((summary) => row(summary, open))
    } catch (error) {
      if (turn === latest) say(error.message)
      return undefined
    }
  }

  async function reload(limit) {
    const rows = await load({ limit })
    if (!rows) return
    const focused = list.contains(document.activeElement) && document.activeElement.dataset.receipt
    list.replaceChildren(...rows)
    if (rows.length === 0) list.textContent = text ? 'Nothing found.' : 'None yet. Add your first one above.'
    if (focused) list.querySelector(`[data-receipt="${focused}"]`)?.focus({ preventScroll: true })
  }

  more.addEventListener('click', async () => {
    if (cursor === null) return
    const rows = await load({ limit: PAGE, cursor })
    if (!rows) return
    list.append(...rows)
    rows[0]?.querySelector('button').focus()
  })

  return {
    reload: () => reload(Math.min(Math.max(list.children.length, PAGE), MOST)),
    search(words) {
      text = words.trim()
      return reload(PAGE)
    },
  }
}

function row(summary, open) {
  const button = make('button', { type: 'button' }, picture(summary), words(summary), amount(summary))
  button.dataset.receipt = summary.id
  button.addEventListener('click', () => open(summary.id))
  return make('li', {}, button)
}

const picture = ({ id, files }) =>
  files > 0
    ? make('img', { loading: 'lazy', alt: '', src: `/receipts/${id}/file?size=thumbnail` })
    : make('span', { className: 'no-picture' })

function words({ merchant, paidOn, status, duplicateSuspects }) {
  const copies = duplicateSuspects > 0 ? ['looks like a duplicate'] : []
  return make(
    'span',
    {},
    make('span', { className: 'shop', textContent: merchant ?? 'No name found' }),
    make('span', {
      className: 'about',
      textContent: [day(paidOn), statusNames[status], ...copies].join(' · '),
    }),
  )
}

const amount = ({ totalSen, currency }) =>
  make('span', { className: 'amount', textContent: totalSen === null ? '' : money(totalSen, currency) })
