import { api } from './api.js'
import { duplicates } from './duplicates.js'
import { fieldNames } from './fields.js'
import { createForm } from './form.js'
import { picture, seek } from './picture.js'
import { day } from './words.js'

const POLL_MS = 2000

/**
 * One receipt in `section`, to be checked against its picture.
 * @param on.open called with the id of another receipt a person wants to see
 * @param on.acted called when a person does something, before it is done
 * @param on.changed called after the receipt may have changed
 * @param on.elsewhere called with a sentence that has no form to stand in any more
 */
export function createReceiptPanel(section, on) {
  let current
  let form
  let timer
  let busy = false

  function render(receipt, typed = {}) {
    const focused = section.contains(document.activeElement) && document.activeElement.id
    const notices = duplicates(receipt, on.open, (of, verdict) => act('settle', of, verdict))
    const sought = (name, isSought) => seek(section, name, isSought)
    current = receipt
    form = createForm(receipt, { typed, notices, sought, act })
    section.replaceChildren(picture(receipt, fieldNames), form.element)
    section.hidden = false
    // Focus must not fall out of the form with the element that had it.
    if (focused !== false) (document.getElementById(focused) ?? section).focus({ preventScroll: true })
    watch()
  }

  function close() {
    clearTimeout(timer)
    current = undefined
    section.hidden = true
    section.replaceChildren()
  }

  function watch() {
    clearTimeout(timer)
    if (current?.reading && !current.trashedAt) timer = setTimeout(look, POLL_MS)
  }

  /** Whether the reading has ended by now; what a person typed in the meantime stays. */
  async function look() {
    const { id } = current
    try {
      const now = await api.get(id)
      if (current?.id === id && !busy && now.version > current.version) {
        render(now, form.fields.typed())
        if (!now.reading) form.say('It has been read. Check it against its picture.', { focus: false })
        on.changed()
      }
    } catch (error) {
      if (current?.id !== id) return
      form.say(error.message, { isTrouble: true, focus: false })
      if (error.status === 404) return
    }
    watch()
  }

  const actions = {
    save: () => correct(false),
    confirm: () => correct(true),
    async settle(of, verdict) {
      const settled = await api.settle(current, of, verdict)
      const words =
        verdict === 'same'
          ? 'Noted: they are the same. One of them can go to the trash.'
          : 'Noted: they are different.'
      return { receipt: settled, typed: form.fields.typed(), words }
    },
    async trash() {
      try {
        await api.trash(current)
      } catch (problem) {
        if (problem.code !== 'confirmation_needed') throw problem
        const question = `The law wants this receipt kept until ${day(problem.retainUntil)}. It will wait in the trash until then. Put it there?`
        if (!window.confirm(question)) return { receipt: current, words: 'It stays where it was.' }
        await api.trash(current, problem.retainUntil)
      }
      return { words: 'The receipt is in the trash.' }
    },
  }

  async function correct(andConfirm) {
    const { fields } = form
    const before = current
    const sent = fields.texts()
    const values = fields.values()
    const isEdited = Object.keys(values).length > 0
    let receipt = isEdited ? await api.correct(before, values) : before
    if (!andConfirm)
      return { receipt, typed: fields.typed(sent), words: isEdited ? 'Saved.' : 'There was nothing to save.' }
    try {
      receipt = await api.confirm(receipt)
    } catch (error) {
      const typed = fields.typed(sent)
      return { receipt, typed, error, words: isEdited ? 'Saved, but not confirmed.' : '' }
    }
    return { receipt, typed: fields.typed(sent), words: 'Confirmed.' }
  }

  /** Does what a person asks for, one thing at a time, and says what came of it where they are. */
  async function act(action, ...details) {
    if (busy) return
    busy = true
    on.acted()
    form.clear()
    const { id } = current
    const end = await actions[action](...details).catch((error) => ({ error }))
    const { receipt, typed, words, error } = isOvertaken(end) ? await anew(id, end.error) : end
    busy = false
    if (current?.id !== id) {
      if (error) on.elsewhere(error.message)
    } else {
      if (receipt && receipt !== current) render(receipt, typed)
      if (!receipt && !error) close()
      if (error) form.fail(error, words)
      else if (receipt) form.say(words)
      else on.elsewhere(words)
    }
    await on.changed()
  }

  const isOvertaken = ({ error }) => error?.code === 'version_conflict'

  /** Somebody else, or another window, was faster: what the receipt is now, under what was typed here. */
  async function anew(id, conflict) {
    const receipt = await api.get(id).catch(() => undefined)
    if (!receipt || current?.id !== id) return { error: conflict }
    const error = new Error('It was changed in the meantime. Look at what it is now, then try again.')
    return { receipt, typed: form.fields.typed(), error }
  }

  return {
    show(receipt) {
      render(receipt)
      section.scrollIntoView({ block: 'nearest' })
    },
    focus: () => section.focus({ preventScroll: true }),
    /** Whether something typed here is not saved. */
    isEdited: () => current !== undefined && Object.keys(form.fields.typed()).length > 0,
  }
}
