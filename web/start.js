import { api } from './api.js'
import { createList } from './list.js'
import { showReceipt } from './receipt.js'

const element = (id) => document.getElementById(id)
const me = await signedIn()
element(me ? 'receipts' : 'welcome').hidden = false
if (me) begin(me)

/** Who is signed in; a session whose access token ran out is refreshed first. */
async function signedIn() {
  for (const attempt of ['first', 'refreshed']) {
    const response = await fetch('/auth/me')
    if (response.ok) return response.json()
    if (attempt === 'first' && !(await fetch('/auth/refresh', { method: 'POST' })).ok) return undefined
  }
  return undefined
}

function begin({ email, username }) {
  element('who').textContent = email ?? username ?? ''
  element('sign-out').hidden = false
  const list = createList(element('list'), element('more'), open)
  list.reload()
  element('search').addEventListener('input', () => list.search(element('search').value))

  const input = element('file')
  input.addEventListener('change', () => upload([...input.files]))
  const drop = element('drop')
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault()
      drop.classList.toggle('over', kind === 'dragover')
      if (kind === 'drop') upload([...event.dataTransfer.files])
    })
  }

  async function upload(files) {
    element('troubles').replaceChildren()
    for (const [index, file] of files.entries()) {
      element('progress').textContent = `Reading ${file.name} (${index + 1} of ${files.length}) …`
      try {
        await open(await api.upload(file))
      } catch (error) {
        trouble(`${file.name}: ${error.message}`)
      }
    }
    element('progress').textContent = ''
    input.value = ''
    await list.reload()
  }

  async function open(receipt) {
    const changed = async (now) => {
      showReceipt(element('receipt'), now, changed, trouble)
      await list.reload()
    }
    showReceipt(element('receipt'), receipt, changed, trouble)
    element('receipt').scrollIntoView({ block: 'nearest' })
  }
}

function trouble(text) {
  const item = document.createElement('li')
  item.className = 'notice'
  item.textContent = text
  element('troubles').append(item)
}
