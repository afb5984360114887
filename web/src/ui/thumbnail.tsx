import { IconFileText, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReceiptSummary } from '../../../server/api-types.ts'
import styles from './thumbnail.module.css'

/**
 * What a list row shows of its receipt: a small picture, a document mark for an e-invoice, a pencil without a file. A link
 * to an e-invoice may stand on a photographed receipt, which has a picture.
 */
export const thumbnailKind = ({ files, einvoice }: Pick<ReceiptSummary, 'files' | 'einvoice'>) =>
  files === 0 ? 'none' : einvoice && einvoice !== 'link' ? 'einvoice' : 'picture'

export function Thumbnail(props: {
  id: string
  kind: 'picture' | 'einvoice' | 'none'
  size?: 'row' | 'stack' | 'tile'
}) {
  const [isBroken, setBroken] = useState(false)
  const { id, kind, size = 'row' } = props
  return (
    <span className={styles.thumbnail} data-size={size}>
      {kind === 'picture' && !isBroken ? (
        <img
          src={`/receipts/${id}/file?size=thumbnail`}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      ) : kind === 'none' ? (
        <IconPencil size={20} stroke={1.6} aria-hidden />
      ) : (
        <IconFileText size={20} stroke={1.6} aria-hidden />
      )}
    </span>
  )
}
