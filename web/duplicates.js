import { api } from './api.js'
import { make } from './dom.js'
import { inShort } from './words.js'

const REASONS = {
  same_file: 'the same file',
  same_einvoice: 'the same e-invoice',
  same_day_total_merchant: 'the same shop, day and total',
}

/**
 * A notice for each receipt that this one looks like, to be settled by a person.
 * @param open called with the id of the other receipt
 * @param settle called with the other's id and `same` or `different`
 */
export const duplicates = ({ duplicateSuspects, duplicateVerdicts }, open, settle) =>
  duplicateSuspects.map(({ id, reasons }) => {
    const isSame = duplicateVerdicts.some(({ of, verdict }) => of === id && verdict === 'same')
    const link = make('a', { href: `#${id}`, textContent: 'another of your receipts' })
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(id)
    })
    void name(id, link)
    const why = reasons.map((reason) => REASONS[reason]).join(', ')
    const verdict = (textContent, value) => {
      const button = make('button', { type: 'button', className: 'button button-quiet', textContent })
      button.addEventListener('click', () => settle(id, value))
      return button
    }
    if (isSame) {
      return make(
        'div',
        { className: 'notice' },
        make('p', {}, 'The same as ', link, '. One of the two can go to the trash: both would count.'),
        make('div', { className: 'actions' }, verdict('They are different', 'different')),
      )
    }
    return make(
      'div',
      { className: 'notice suspect' },
      make('p', {}, 'Looks like ', link, ` (${why}).`),
      make(
        'div',
        { className: 'actions' },
        verdict('It is the same', 'same'),
        verdict('They are different', 'different'),
      ),
    )
  })

/** The link works without the name too. */
async function name(id, link) {
  const other = await api.get(id).catch(() => undefined)
  if (other) link.textContent = other.trashedAt ? `${inShort(other)} (in the trash)` : inShort(other)
}
