import { api } from './api.js'
import { make } from './dom.js'
import { createList } from './list.js'
import { createReceiptPanel } from './receipt.js'
import { signedIn, signedOut } from './session.js'
import { takeUploads } from './upload.js'

const element = (id) => document.getElementById(id)

try {
  const me = await signedIn()
  element(me ? 'receipts' : 'welcome').hidden = false
  if (me) begin(me)
} catch {
  element('away').hidden = false
}

function begin({ email, username }) {
  element('who').textContent = email ?? username ?? ''
  element('sign-out').hidden = false
  element('sign-out').addEventListener('submit', signedOut)
  let latest = 0

  const list = createList(
    { list: element('list'), more: element('more') },
    { open, say: (text) => say('list-trouble', text) },
  )
  const panel = createReceiptPanel(element('receipt'), {
    open,
    acted: forget,
    changed: () => list.reload(),
    elsewhere(text) {
      say('list-status', text)
      element('list-title').focus()
    },
  })
  takeUploads(
    { input: element('file'), drop: element('drop') },
    {
      begin: forget,
      progress: (text) => say('progress', text),
      trouble: (text) => element('troubles').append(make('li', { className: 'notice', textContent: text })),
      added(receipt) {
        // What somebody is typing is worth more than showing the new one, which is in the list.
        if (!panel.isEdited()) panel.show(receipt)
        list.reload()
      },
    },
  )

  element('search').addEventListener('input', () => list.search(element('search').value))
  list.reload()
  if (location.hash.length > 1) open(location.hash.slice(1))

  async function open(id) {
    if (panel.isEdited() && !confirm('Leave this receipt without saving what you typed?')) return
    forget()
    const turn = ++latest
    try {
      const receipt = await api.get(id)
      if (turn !== latest) return
      panel.show(receipt)
      panel.focus()
    } catch (error) {
      if (turn === latest) say('list-trouble', error.message)
    }
  }
}

/** Takes away what was said of earlier actions. */
function forget() {
  element('troubles').replaceChildren()
  for (const id of ['list-trouble', 'list-status']) say(id, '')
}

function say(id, text) {
  element(id).textContent = text
}
