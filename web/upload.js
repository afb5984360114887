import { api } from './api.js'

/**
 * Files that are chosen, or dropped on `drop`, become receipts.
 * @param on.begin called before the first is sent
 * @param on.added called with each receipt
 * @param on.trouble called with a sentence for each file that is refused
 * @param on.progress called with a sentence
 */
export function takeUploads({ input, drop }, on) {
  async function upload(files) {
    if (files.length === 0) return
    on.begin()
    let added = 0
    for (const [index, file] of files.entries()) {
      on.progress(`Reading ${file.name} (${index + 1} of ${files.length}) …`)
      try {
        const receipt = await api.upload(file)
        added++
        on.added(receipt)
      } catch (error) {
        on.trouble(`${file.name}: ${error.message}`)
      }
    }
    on.progress(added === 0 ? '' : added === 1 ? 'Added a receipt.' : `Added ${added} receipts.`)
  }

  input.addEventListener('change', () => {
    const files = [...input.files]
    // So that the same file can be chosen again.
    input.value = ''
    upload(files)
  })
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault()
      drop.classList.toggle('over', kind === 'dragover')
      if (kind === 'drop') upload([...event.dataTransfer.files])
    })
  }
}
