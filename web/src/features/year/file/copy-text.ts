/**
 * Copies a text. Over plain http there is no clipboard API; there a selection is copied, as by a person.
 * @returns false where the browser refuses both
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Missing where the connection is not encrypted.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard) {
      await clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused, e.g. because the page is not in front: the selection may still work.
  }
  return copySelection(text)
}

function copySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'sr-only'
  document.body.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

/** Marks an element's text, for a person to copy. */
export function selectText(element: Element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
