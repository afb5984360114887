import type { ReactNode } from 'react'
import type { ReceiptFile } from '../../../../server/api-types.ts'
import { placed, rotated } from './geometry.ts'
import type { Mark } from './marks.ts'
import styles from './picture.module.css'

interface Props {
  /** The address of the picture. */
  src: string
  file: ReceiptFile
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

/** The first page of a file, upright, with a box around everything that was read from it. */
export function PagePicture({ src, file, marks, focused, scale, alt, onLoad, onError, children }: Props) {
  const isOnSide = file.turned % 180 === 90
  const ratio = isOnSide ? file.height / file.width : file.width / file.height
  return (
    <div className={styles.page} style={{ width: `${100 * scale}%`, aspectRatio: String(ratio) }}>
      <img
        className={styles.image}
        src={src}
        alt={alt}
        data-turned={file.turned}
        style={file.turned ? { ...rotated(file.turned, ratio) } : undefined}
        onLoad={onLoad}
        onError={onError}
      />
      {marks
        .filter((mark) => mark.fileId === file.id && mark.page === 1)
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
  )
}
