import { ActionIcon } from '@mantine/core'
import { IconFileText, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ReceiptFile } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import type { Mark } from './marks.ts'
import { PagePicture } from './page-picture.tsx'
import styles from './picture.module.css'
import { useSwipe } from './use-swipe.ts'
import { type TextLine, WordLayer } from './word-layer.tsx'

const SHOWN_BY_BROWSERS: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']
/** Steps of the zoom. */
export const ZOOMS = [1, 1.5, 2, 3] as const

export interface PictureProps {
  /** Where the file is: to be shown, and as it was uploaded. */
  address: PictureAddress
  file: ReceiptFile
  /** Of the file, from 1. Default: the first. */
  page?: number
  marks: Mark[]
  /** The key of the mark that is lit and scrolled into view. */
  focused?: string | undefined
  /** Lines of text on the page; a tap on one hands its text over. */
  lines?: TextLine[]
  onText?: ((text: string) => void) | undefined
  /** A swipe turns to the next page (1) or the one before (-1). */
  onTurn?: ((by: 1 | -1) => void) | undefined
  alt: string
}

interface PictureAddress {
  shown: string
  original: string
}

/** The addresses of a page of a receipt's file. */
export function receiptAddress(receiptId: string, { id, type }: ReceiptFile, page = 1): PictureAddress {
  const original = `/receipts/${receiptId}/file?file=${id}`
  const preview = `${original}&size=preview${page === 1 ? '' : `&page=${page}`}`
  return { original, shown: isShown(type) ? original : preview }
}

/** Whether browsers show files of this type as a picture. */
export const isShown = (type: ReceiptFile['type']) => SHOWN_BY_BROWSERS.includes(type)

/** A page as it was photographed, upright, with a box around everything that was read from it. */
export function Picture(props: PictureProps) {
  const { address, file, page, marks, focused, lines = [], onText, onTurn, alt } = props
  const t = useTranslations('check.picture')
  const frame = useRef<HTMLElement>(null)
  const [zoom, setZoom] = useState(0)
  const [isBroken, setBroken] = useState(false)
  const [isLoaded, setLoaded] = useState(false)
  const scale = ZOOMS[zoom] ?? 1
  // Zoomed in, a finger moves the picture.
  const swipe = useSwipe((by) => zoom === 0 && onTurn?.(by))

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box moves with the scale and the loaded picture
  useEffect(() => {
    const mark = frame.current?.querySelector<HTMLElement>(`[data-mark="${focused}"]`)
    if (!focused || !mark) return
    // Only within the picture: were the screen to scroll too, what is being pressed would move away from the pointer.
    const [around, place] = [frame.current?.getBoundingClientRect(), mark.getBoundingClientRect()]
    if (around) {
      frame.current?.scrollBy({
        left: place.left + place.width / 2 - around.left - around.width / 2,
        top: place.top + place.height / 2 - around.top - around.height / 2,
      })
    }
  }, [focused, scale, isLoaded])

  if (isBroken || file.width === 0) {
    return (
      <div className={styles.none}>
        <IconFileText size={40} stroke={1.4} aria-hidden />
        <p>{t(file.password ? 'locked' : file.width === 0 ? 'einvoice' : 'broken')}</p>
        <a href={address.original} download>
          {t('download')}
        </a>
      </div>
    )
  }
  return (
    <div className={styles.picture}>
      <section
        className={styles.frame}
        ref={frame}
        // Scrolls when zoomed in, so the keyboard must reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region
        tabIndex={0}
        aria-label={alt}
        {...swipe}
        onDoubleClick={() => setZoom(zoom === 0 ? 2 : 0)}
      >
        <PagePicture
          src={address.shown}
          file={file}
          page={page}
          marks={marks}
          focused={focused}
          scale={scale}
          alt={alt}
          onLoad={() => setLoaded(true)}
          onError={() => setBroken(true)}
        >
          {onText && <WordLayer lines={lines} onText={onText} />}
        </PagePicture>
      </section>
      <div className={styles.tools}>
        <ActionIcon
          className={styles.tool}
          variant="subtle"
          size={44}
          aria-label={t('zoomOut')}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <IconZoomOut size={22} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ActionIcon
          className={styles.tool}
          variant="subtle"
          size={44}
          aria-label={t('zoomIn')}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconZoomIn size={22} stroke={1.7} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  )
}
