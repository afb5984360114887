import { type ReactNode, useState } from 'react'
import type { ReceiptFile } from '../../../../server/api-types.ts'
import { aroundArea, placed, rotated, turned as turnedBox } from './geometry.ts'
import type { Mark } from './marks.ts'
import styles from './picture.module.css'

interface Props {
  /** The address of the picture. */
  src: string
  file: ReceiptFile
  /** Of the file, from 1. Default: the first. */
  page?: number | undefined
  marks: Mark[]
  /** The key of the mark that is lit. */
  focused?: string | undefined
  /** How much wider than its frame it is. */
  scale: number
  alt: string
  onLoad?(): void
  onError?(): void
  /** Lies over the picture. */
  children?: ReactNode
}

const WHOLE = { left: 0, top: 0, width: 1, height: 1 }

/** A page of a file or the receipt's part of it, upright, with a box around everything that was read from it. */
export function PagePicture(props: Props) {
  const { src, file, page = 1, marks, focused, scale, alt, onLoad, onError, children } = props
  // The record has the size of the first page. Others may differ, and their pictures know.
  const [size, setSize] = useState({ width: file.width, height: file.height })
  const turned = file.pageTurns?.[page - 1] ?? (page === 1 ? file.turned : 0)
  const isOnSide = turned % 180 === 90
  const ratio = isOnSide ? size.height / size.width : size.width / size.height
  const area = file.area ? turnedBox(file.area, turned) : WHOLE
  const shape = (ratio * area.width) / area.height
  return (
    <div className={styles.page} style={{ width: `${100 * scale}%`, aspectRatio: String(shape) }}>
      <div className={styles.whole} style={aroundArea(area)}>
        <img
          className={styles.image}
          src={src}
          alt={alt}
          data-turned={turned}
          style={turned ? { ...rotated(turned, ratio) } : undefined}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            if (page > 1) setSize({ width: naturalWidth, height: naturalHeight })
            onLoad?.()
          }}
          onError={onError}
        />
        {marks
          .filter((mark) => mark.fileId === file.id && mark.page === page)
          .map(({ key, box }) => (
            <span
              key={key}
              className={styles.mark}
              data-mark={key}
              data-focused={key === focused || undefined}
              style={placed(box)}
            />
          ))}
        {children}
      </div>
    </div>
  )
}
