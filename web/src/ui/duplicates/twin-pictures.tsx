import { IconPencil, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import { marksOf } from '../picture/marks.ts'
import { PagePicture } from '../picture/page-picture.tsx'
import { receiptAddress, ZOOMS } from '../picture/picture.tsx'
import styles from './compare.module.css'

interface Props {
  first: Receipt
  second: Receipt
  /** The field whose boxes are lit on both. */
  focused: string | undefined
  titles: { first: ReactNode; second: ReactNode }
}

/** Both pictures: they are zoomed and moved together. */
export function TwinPictures({ first, second, focused, titles }: Props) {
  const t = useTranslations('check.duplicate')
  const picture = useTranslations('check.picture')
  const [zoom, setZoom] = useState(0)
  const frames = { first: useRef<HTMLDivElement>(null), second: useRef<HTMLDivElement>(null) }
  const scale = ZOOMS[zoom] ?? 1

  function follow(from: 'first' | 'second') {
    const source = frames[from].current
    const target = frames[from === 'first' ? 'second' : 'first'].current
    if (!source || !target) return
    // By share: two pictures of the same paper are seldom of the same size.
    const share = (at: number, room: number) => (room <= 0 ? 0 : at / room)
    const top = share(source.scrollTop, source.scrollHeight - source.clientHeight)
    const left = share(source.scrollLeft, source.scrollWidth - source.clientWidth)
    const next = {
      top: Math.round(top * (target.scrollHeight - target.clientHeight)),
      left: Math.round(left * (target.scrollWidth - target.clientWidth)),
    }
    // Moving it makes it follow in turn, which ends here.
    if (Math.abs(target.scrollTop - next.top) > 1 || Math.abs(target.scrollLeft - next.left) > 1)
      target.scrollTo(next)
  }

  const side = (place: 'first' | 'second', receipt: Receipt) => {
    const file = receipt.files.find(({ role }) => role === 'receipt')
    return (
      <figure className={styles.side} data-place={place}>
        <figcaption className={styles.caption}>{titles[place]}</figcaption>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <div ref={frames[place]} className={styles.frame} tabIndex={0} onScroll={() => follow(place)}>
          {file && file.width > 0 ? (
            <PagePicture
              src={receiptAddress(receipt.id, file).shown}
              file={file}
              marks={marksOf(receipt)}
              focused={focused}
              scale={scale}
              alt={picture('alt')}
            />
          ) : (
            <p className={styles.none}>
              <IconPencil size={28} stroke={1.5} aria-hidden />
              {picture(file ? 'einvoice' : 'byHand')}
            </p>
          )}
        </div>
      </figure>
    )
  }

  return (
    <>
      {side('first', first)}
      {side('second', second)}
      <div className={styles.zoom}>
        <button
          type="button"
          aria-label={picture('zoomOut')}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <IconZoomOut size={22} stroke={1.7} aria-hidden />
        </button>
        <span>{t('together')}</span>
        <button
          type="button"
          aria-label={picture('zoomIn')}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconZoomIn size={22} stroke={1.7} aria-hidden />
        </button>
      </div>
    </>
  )
}
