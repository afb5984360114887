import { api } from './api.js'
import { statusNames, toRinggit, toSen } from './words.js'

const FIELDS = [
  { name: 'merchant', label: 'Shop' },
  { name: 'date', label: 'Date', type: 'date' },
  { name: 'totalSen', label: 'Total (RM)', money: true },
  { name: 'taxSen', label: 'Tax (RM)', money: true },
  { name: 'receiptNumber', label: 'Receipt number' },
  { name: 'companyNumber', label: 'Company number' },
]
/** Below this a value is worth a second look. */
const SURE = 0.8

/**
 * Shows one receipt in `section`, to be checked against its picture.
 * @param changed called with the receipt after each change
 * @param trouble called with a sentence when a change fails
 */
export function showReceipt(section, receipt, changed, trouble) {
  section.hidden = false
  section.replaceChildren(
    picture(receipt),
    form(receipt, changed, trouble, () => (section.hidden = true)),
  )
}

function picture(receipt) {
  const [file] = receipt.files
  const box = document.createElement('div')
  box.className = 'picture'
  if (!file) {
    box.textContent = 'Entered without a picture.'
    return box
  }
  const image = document.createElement('img')
  const isPicture = ['image/jpeg', 'image/png', 'image/webp'].includes(file.type)
  image.src = `/receipts/${receipt.id}/file${isPicture ? '' : '?size=thumbnail'}`
  image.alt = 'The receipt as it was uploaded'
  box.append(file.turned ? upright(image, file.turned) : image)
  for (const { name } of FIELDS) {
    const evidence = receipt.evidence[name]
    if (evidence?.by !== 'reader' || evidence.fileId !== file.id || evidence.page !== 1) continue
    const mark = document.createElement('span')
    mark.className = 'found'
    mark.dataset.field = name
    for (const side of ['left', 'top', 'width', 'height']) mark.style[side] = `${evidence.box[side] * 100}%`
    box.append(mark)
  }
  return box
}

/** A picture that was taken on its side or upside down, as it is read. */
function upright(image, degrees) {
  const canvas = document.createElement('canvas')
  image.addEventListener('load', () => {
    const { naturalWidth: width, naturalHeight: height } = image
    const lies = degrees % 180 === 90
    canvas.width = lies ? height : width
    canvas.height = lies ? width : height
    const context = canvas.getContext('2d')
    context.translate(canvas.width / 2, canvas.height / 2)
    context.rotate((degrees * Math.PI) / 180)
    context.drawImage(image, -width / 2, -height / 2)
  })
  canvas.role = 'img'
  canvas.ariaLabel = image.alt
  return canvas
}

function form(receipt, changed, trouble, close) {
  const element = document.createElement('form')
  const title = document.createElement('h2')
  title.textContent = receipt.merchant ?? 'A receipt to fill in'
  const state = document.createElement('p')
  state.className = 'lead'
  state.textContent = [
    statusNames[receipt.status],
    receipt.yearOfAssessment && `year of assessment ${receipt.yearOfAssessment}`,
  ]
    .filter(Boolean)
    .join(' · ')
  element.append(
    title,
    state,
    ...copies(receipt),
    ...FIELDS.map((field) => fieldOf(field, receipt)),
    actions(),
  )

  element.addEventListener('submit', (event) => {
    event.preventDefault()
    act(event.submitter?.value)
  })

  async function act(action) {
    try {
      if (action === 'trash') {
        await changed(await api.trash(receipt))
        return close()
      }
      const values = edited(element, receipt)
      const saved = Object.keys(values).length > 0 ? await api.correct(receipt, values) : receipt
      await changed(action === 'confirm' ? await api.confirm(saved) : saved)
    } catch (error) {
      trouble(error.message)
    }
  }
  return element
}

function copies({ duplicateSuspects }) {
  if (duplicateSuspects.length === 0) return []
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.textContent = `Looks like ${duplicateSuspects.length === 1 ? 'a receipt' : 'receipts'} you already have.`
  return [notice]
}

function fieldOf({ name, label, type = 'text', money }, receipt) {
  const evidence = receipt.evidence[name]
  const box = document.createElement('div')
  box.className = 'field'
  const caption = document.createElement('label')
  caption.htmlFor = `value-${name}`
  caption.textContent = label
  const sure = document.createElement('span')
  sure.className = 'sure'
  if (evidence?.by === 'reader') {
    sure.textContent = `${Math.round(evidence.confidence * 100)} % sure`
    sure.classList.toggle('unsure', evidence.confidence < SURE)
  } else if (evidence?.by === 'person') sure.textContent = 'by you'
  const input = document.createElement('input')
  input.id = caption.htmlFor
  input.name = name
  input.type = type
  if (money) input.inputMode = 'decimal'
  input.value = money ? toRinggit(receipt[name]) : (receipt[name] ?? '')
  for (const kind of ['focus', 'blur']) {
    input.addEventListener(kind, () => {
      const mark = document.querySelector(`.found[data-field="${name}"]`)
      mark?.classList.toggle('sought', kind === 'focus')
    })
  }
  caption.append(sure)
  box.append(caption, input)
  return box
}

function actions() {
  const row = document.createElement('div')
  row.className = 'actions'
  const kinds = [
    ['confirm', 'It is right: confirm', 'button'],
    ['save', 'Save', 'button button-quiet'],
    ['trash', 'To the trash', 'button button-quiet'],
  ]
  for (const [value, label, className] of kinds) {
    const button = document.createElement('button')
    Object.assign(button, { value, textContent: label, className })
    row.append(button)
  }
  return row
}

/** The values that differ from the receipt's. */
function edited(element, receipt) {
  const values = {}
  for (const { name, label, money } of FIELDS) {
    const text = element.elements[name].value.trim()
    const value = text === '' ? null : money ? toSen(text) : text
    if (value === undefined) throw new Error(`${label} is not an amount such as 12.50`)
    if (value !== receipt[name]) values[name] = value
  }
  return values
}
