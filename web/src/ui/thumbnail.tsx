import { IconFileText, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReceiptSummary } from '../../../server/api-types.ts'
import styles from './thumbnail.module.css'

type Shown = Pick<ReceiptSummary, 'id' | 'files' | 'einvoice' | 'part'>

/**
 * What a list row shows of its receipt: a small picture, a document mark for an e-invoice, a pencil without a file. A link
 * to an e-invoice may stand on a photographed receipt, which has a picture.
 */
const kindOf = ({ files, einvoice }: Shown) =>
  files === 0 ? 'none' : einvoice && einvoice !== 'link' ? 'einvoice' : 'picture'

/** Another address once the picture is split, or whole again: a browser shows what it has of the same one. */
const addressOf = ({ id, part }: Shown) => `/receipts/${id}/file?size=thumbnail${part ? '&part=true' : ''}`

export function Thumbnail({ receipt, size = 'row' }: { receipt: Shown; size?: 'row' | 'stack' | 'tile' }) {
  const [broken, setBroken] = useState<string>()
  const kind = kindOf(receipt)
  const address = addressOf(receipt)
  return (
    <span className={styles.thumbnail} data-size={size}>
      {kind === 'picture' && broken !== address ? (
        <img src={address} alt="" loading="lazy" decoding="async" onError={() => setBroken(address)} />
      ) : kind === 'none' ? (
        <IconPencil size={20} stroke={1.6} aria-hidden />
      ) : (
        <IconFileText size={20} stroke={1.6} aria-hidden />
      )}
    </span>
  )
}
