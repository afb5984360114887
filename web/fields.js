import { Problem } from './api.js'
import { make } from './dom.js'
import { currencyName, toAmount, toSen } from './words.js'

const FIELDS = [
  { name: 'merchant', label: 'Shop', maxLength: 120 },
  { name: 'date', label: 'Date', type: 'date' },
  { name: 'paidOn', label: 'Paid on', type: 'date', hint: 'Only if not on that date. It decides the year.' },
  { name: 'totalSen', label: 'Total', money: true, inCurrency: true },
  { name: 'taxSen', label: 'Tax', money: true, inCurrency: true },
  { name: 'currency', label: 'Currency', maxLength: 3 },
  { name: 'myrSen', label: 'Paid in ringgit (RM)', money: true, onlyForeign: true },
  { name: 'receiptNumber', label: 'Receipt number', maxLength: 80 },
  { name: 'companyNumber', label: 'Company number', maxLength: 80 },
]
export const fieldNames = FIELDS.map(({ name }) => name)
/** Below this a value is worth a second look. */
const SURE = 0.8

/**
 * The values of a receipt to be corrected.
 * @param typed texts, by field, that a person has typed and not saved; they stand in place of the receipt's
 * @param sought called with a field and whether it is being looked at
 */
export function createFields(receipt, typed, sought) {
  const shown = Object.fromEntries(FIELDS.map((field) => [field.name, textOf(field, receipt)]))
  const inputs = Object.fromEntries(
    FIELDS.map((field) => [field.name, inputOf(field, typed[field.name] ?? shown[field.name])]),
  )
  const parts = Object.fromEntries(
    FIELDS.map((field) => [field.name, boxOf(field, inputs[field.name], receipt.evidence[field.name])]),
  )
  for (const name of fieldNames) {
    inputs[name].addEventListener('focus', () => sought(name, true))
    inputs[name].addEventListener('blur', () => sought(name, false))
  }
  inputs.currency.addEventListener('input', nameCurrency)
  nameCurrency()

  /** The labels follow the currency; what it came to in ringgit is asked for where it is another. */
  function nameCurrency() {
    const code = inputs.currency.value.trim().toUpperCase()
    for (const { name, label, inCurrency, onlyForeign } of FIELDS) {
      if (inCurrency) parts[name].caption.textContent = `${label} (${currencyName(code) || '?'})`
      if (onlyForeign) parts[name].box.hidden = code === 'MYR'
    }
  }

  const texts = () => Object.fromEntries(fieldNames.map((name) => [name, inputs[name].value]))

  return {
    elements: FIELDS.map(({ name }) => parts[name].box),
    texts,
    /** The texts that are others than they were. */
    typed: (since = shown) =>
      Object.fromEntries(Object.entries(texts()).filter(([name, text]) => text !== since[name])),

    /**
     * The values that differ from the receipt's, as the API takes them.
     * @throws Problem that names the fields whose text is no value
     */
    values() {
      const values = {}
      const errors = []
      for (const field of FIELDS) {
        const text = inputs[field.name].value
        if (text === shown[field.name] && !inputs[field.name].validity.badInput) continue
        const { value, error } = inputs[field.name].validity.badInput
          ? { error: 'is not a day' }
          : valueIn(field, text.trim())
        if (error) errors.push({ path: `/${field.name}`, message: error })
        else values[field.name] = value
      }
      if (errors.length > 0) throw new Problem('', { errors })
      return values
    },

    /**
     * Says at its field what is wrong with a value.
     * @returns the first input in question
     */
    mark(errors) {
      let first
      for (const { path, message } of errors) {
        const field = FIELDS.find(({ name }) => path === `/${name}`)
        if (!field) continue
        parts[field.name].box.hidden = false
        parts[field.name].error.textContent = sentence(field.label, message)
        inputs[field.name].ariaInvalid = 'true'
        first ??= inputs[field.name]
      }
      return first
    },

    clear() {
      for (const name of fieldNames) {
        parts[name].error.textContent = ''
        inputs[name].ariaInvalid = null
      }
    },
  }
}

function textOf({ name, money }, receipt) {
  // The day of payment is the receipt's date until a person says otherwise.
  if (name === 'paidOn' && receipt.paidOn === receipt.date) return ''
  return money ? toAmount(receipt[name]) : (receipt[name] ?? '')
}

function valueIn({ name, money }, text) {
  if (name === 'currency') return text ? { value: text.toUpperCase() } : { error: 'is needed' }
  if (text === '') return { value: null }
  if (!money) return { value: text }
  const value = toSen(text)
  return value === undefined ? { error: 'is not an amount such as 12.50' } : { value }
}

function inputOf({ name, type = 'text', money, maxLength, hint }, value) {
  const input = make('input', { id: `value-${name}`, name, type, value, autocomplete: 'off' })
  if (money) input.inputMode = 'decimal'
  if (maxLength) input.maxLength = maxLength
  input.setAttribute('aria-describedby', `${hint ? `hint-${name} ` : ''}error-${name}`)
  return input
}

function boxOf({ name, label, hint }, input, evidence) {
  const caption = make('span', { textContent: label })
  const error = make('p', { id: `error-${name}`, className: 'field-error' })
  const box = make(
    'div',
    { className: 'field' },
    make('label', { htmlFor: input.id }, caption, howSure(evidence)),
    input,
  )
  if (hint) box.append(make('p', { id: `hint-${name}`, className: 'field-hint', textContent: hint }))
  box.append(error)
  return { box, caption, error }
}

function howSure(evidence) {
  const sure = make('span', { className: 'sure' })
  if (evidence?.by === 'reader') {
    sure.textContent = `${Math.round(evidence.confidence * 100)} % sure`
    sure.classList.toggle('unsure', evidence.confidence < SURE)
  } else if (evidence?.by === 'person') sure.textContent = 'by you'
  else if (evidence?.by === 'einvoice') sure.textContent = 'from the e-invoice'
  return sure
}

/** What the server says of a value, with our names of the fields. */
function sentence(label, message) {
  const words = FIELDS.reduce(
    (text, field) => text.replaceAll(new RegExp(`\\b${field.name}\\b`, 'g'), `“${field.label}”`),
    message,
  )
  return /^(is|must) /.test(words) ? `${label} ${words}.` : `${label}: ${words}.`
}
