import { make } from './dom.js'
import { einvoiceNotes, isInvoiceFile } from './einvoice.js'

const SHOWN_BY_BROWSERS = ['image/jpeg', 'image/png', 'image/webp']

/**
 * The first file of a receipt, with a mark where each of the named fields was read, and links to the originals.
 * @param names the fields to mark
 */
export function picture(receipt, names) {
  const [file] = receipt.files
  if (!file) return make('p', { className: 'lead', textContent: 'Entered without a picture.' })
  const address = `/receipts/${receipt.id}/file`
  const below = [originals(address, receipt.files), ...einvoiceNotes(receipt)]
  if (isInvoiceFile(file)) {
    return make(
      'div',
      {},
      make('p', { className: 'lead', textContent: 'An e-invoice, without a picture.' }),
      ...below,
    )
  }
  const image = make('img', {
    src: SHOWN_BY_BROWSERS.includes(file.type) ? address : `${address}?size=preview`,
    alt: 'The receipt as it was uploaded',
  })
  // The marks lie on all of the picture, of which a phone shows only a part at a time.
  const whole = make('div', { className: 'whole' }, file.turned ? upright(image, file.turned) : image)
  for (const name of names) {
    const evidence = receipt.evidence[name]
    if (evidence?.by === 'reader' && evidence.fileId === file.id && evidence.page === 1) {
      whole.append(mark(name, evidence.box))
    }
  }
  const frame = make('div', { className: 'picture' }, whole)
  image.addEventListener('error', () => {
    frame.replaceWith(make('p', { className: 'lead', textContent: 'The picture cannot be shown here.' }))
  })
  return make('div', {}, frame, ...below)
}

/** Brings out where a field was read while its value is being checked. */
export function seek(section, name, isSought) {
  const found = section.querySelector(`.found[data-field="${name}"]`)
  found?.classList.toggle('sought', isSought)
  if (found && isSought) found.closest('.picture').scrollTop = found.offsetTop - found.offsetHeight * 2
}

function mark(name, box) {
  const found = make('span', { className: 'found' })
  found.dataset.field = name
  for (const side of ['left', 'top', 'width', 'height']) found.style[side] = `${box[side] * 100}%`
  return found
}

function originals(address, files) {
  const links = files.flatMap((file, index) => {
    const { id, type } = file
    const href = `${address}?file=${id}`
    const which = files.length === 1 ? 'the original' : `the original ${index + 1}`
    const open = make('a', { href, target: '_blank', rel: 'noopener', textContent: `Open ${which}` })
    if (SHOWN_BY_BROWSERS.includes(type)) return [open]
    const download = make('a', { href, download: '', textContent: `Download ${which}` })
    // Not every browser shows a PDF, a TIFF or a HEIC from a page that may run nothing.
    return isInvoiceFile(file) ? [download] : [open, download]
  })
  return make('p', { className: 'originals' }, ...links)
}

/** A picture that was taken on its side or upside down, as it is read. */
function upright(image, degrees) {
  const canvas = make('canvas', { role: 'img', ariaLabel: image.alt })
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
  return canvas
}
