import { memo } from 'react'
import { Thumbnail } from '../../../ui/thumbnail.tsx'
import { ChooseBox } from './choose-box.tsx'
import { styleOf } from './layout.ts'
import { ringgitSen } from './receipt-facts.ts'
import { Counts, isSettled, type RowProps, State } from './receipt-row.tsx'
import styles from './receipt-rows.module.css'

/** One receipt by its picture: for finding one that a person remembers by its look. */
export const ReceiptTile = memo(function ReceiptTile(props: RowProps) {
  const { receipt, isChosen, isChoosing, href, words, onToggle } = props
  const { id, paidOn } = receipt
  const name = receipt.merchant ?? words.noShop
  const total = ringgitSen(receipt)
  return (
    <li className={styles.tile} style={styleOf(props)} data-chosen={isChosen || undefined}>
      <ChooseBox
        label={words.choose(name)}
        isChosen={isChosen}
        always={isChoosing}
        onToggle={() => onToggle(id)}
      />
      <Thumbnail receipt={receipt} size="tile" />
      <a href={href} data-receipt={id} className={styles.name}>
        <span className={styles.shop}>{name}</span>
      </a>
      <span className={styles.line}>
        <span>{paidOn ? words.dayOfYear(paidOn) : words.noDay}</span>
        <span className="money">{total === null ? '' : words.amount(total)}</span>
      </span>
      {isSettled(receipt) ? (
        <Counts receipt={receipt} words={words} />
      ) : (
        <State receipt={receipt} words={words} />
      )}
    </li>
  )
})
