import { api } from './api.js'
import { day, money, statusNames } from './words.js'

/** The list of receipts in `list`, with `more` to show the next page; `open` is given the receipt a person chooses. */
export function createList(list, more, open) {
  let text = ''
  let cursor = null
  let latest = 0

  async function load(replace) {
    const turn = ++latest
    const page = await api.list({ limit: 20, ...(text && { text }), ...(!replace && cursor && { cursor }) })
    // An answer that was overtaken by a later question is of no use.
    if (turn !== latest) return
    if (replace) list.replaceChildren()
    list.append(...page.receipts.map(row))
    if (list.childElementCount === 0) {
      list.textContent = text ? 'Nothing found.' : 'None yet. Add your first one above.'
    }
    cursor = page.nextCursor
    more.hidden = cursor === null
  }

  function row(summary) {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.append(picture(summary), words(summary), amount(summary))
    button.addEventListener('click', async () => open(await api.get(summary.id)))
    item.append(button)
    return item
  }

  more.addEventListener('click', () => load(false))
  return {
    reload: () => load(true),
    search(words) {
      text = words.trim()
      return load(true)
    },
  }
}

function picture({ id, files }) {
  const image = document.createElement(files > 0 ? 'img' : 'span')
  image.className = files > 0 ? '' : 'no-picture'
  if (files > 0) {
    image.src = `/receipts/${id}/file?size=thumbnail`
    image.alt = ''
    image.loading = 'lazy'
  }
  return image
}

function words({ merchant, paidOn, status, duplicateSuspects }) {
  const box = document.createElement('span')
  const shop = document.createElement('span')
  shop.className = 'shop'
  shop.textContent = merchant ?? 'No name found'
  const about = document.createElement('span')
  about.className = 'about'
  const copies = duplicateSuspects > 0 ? ['looks like a duplicate'] : []
  about.textContent = [day(paidOn), statusNames[status], ...copies].join(' · ')
  box.append(shop, about)
  return box
}

function amount({ totalSen, currency }) {
  const box = document.createElement('span')
  box.className = 'amount'
  box.textContent = totalSen === null ? '' : money(totalSen, currency)
  return box
}
