import { make } from './dom.js'
import { createFields } from './fields.js'
import { statusNames } from './words.js'

/**
 * The form of one receipt: its fields, what can be done, and what came of it.
 * @param options.typed unsaved texts by field
 * @param options.notices elements to show above the fields
 * @param options.sought as for createFields
 * @param options.act called with `save`, `confirm` or `trash`
 */
export function createForm(receipt, { typed, notices, sought, act }) {
  const fields = createFields(receipt, typed, sought)
  const message = make('p', { className: 'message', role: 'status', tabIndex: -1 })
  const element = make(
    'form',
    { noValidate: true, autocomplete: 'off' },
    make('h2', { id: 'receipt-title', textContent: receipt.merchant ?? 'A receipt to fill in' }),
    make('p', { className: 'lead', textContent: about(receipt) }),
    ...notices,
    ...fields.elements,
    message,
    actions(receipt, act),
  )
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    act('save')
  })

  /** Says what came of it beside the buttons; `focus` brings a person there. */
  function say(text, { isTrouble = false, focus = true } = {}) {
    message.className = isTrouble ? 'message notice' : 'message'
    message.textContent = text
    if (focus) message.focus()
  }

  return {
    element,
    fields,
    say,
    /** Says what is wrong, at the fields where it can. */
    fail({ message: text, errors = [] }, before = '') {
      const first = fields.mark(errors)
      const words = first ? 'Some values are missing or not right: see the fields marked.' : text
      say([before, words].filter(Boolean).join(' '), { isTrouble: true, focus: !first })
      first?.focus()
    },
    clear() {
      fields.clear()
      say('', { focus: false })
    },
  }
}

function about({ status, yearOfAssessment }) {
  const year = yearOfAssessment && `year of assessment ${yearOfAssessment}`
  return [statusNames[status], year].filter(Boolean).join(' · ')
}

function actions(receipt, act) {
  const button = (textContent, action, properties) => {
    const made = make('button', {
      type: 'button',
      className: 'button button-quiet',
      textContent,
      ...properties,
    })
    if (made.type === 'button') made.addEventListener('click', () => act(action))
    return made
  }
  const canConfirm = !['reading', 'confirmed'].includes(receipt.status)
  return make(
    'div',
    { className: 'actions' },
    ...(canConfirm ? [button('It is right: confirm', 'confirm', { className: 'button' })] : []),
    // The only one that submits, so that Enter in a field saves.
    button('Save', 'save', { type: 'submit' }),
    button('To the trash', 'trash'),
  )
}
