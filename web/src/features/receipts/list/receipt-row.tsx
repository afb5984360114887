import { IconCheck } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReceiptSummary } from '../../../../../server/api-types.ts'
import { Thumbnail } from '../../../ui/thumbnail.tsx'
import { ChooseBox } from './choose-box.tsx'
import { type Place, styleOf } from './layout.ts'
import { countedSen, mainRelief, ringgitSen, suggestedSen } from './receipt-facts.ts'
import styles from './receipt-rows.module.css'
import type { RowWords } from './use-row-words.ts'

export interface RowProps extends Place {
  receipt: ReceiptSummary
  isChosen: boolean
  /** Whether a person is choosing receipts: on a phone rows are chosen then, not opened. */
  isChoosing: boolean
  href: string
  words: RowWords
  onToggle(id: string): void
}

const TICK = <IconCheck size={18} stroke={1.8} aria-hidden />
const DOT = <span className={styles.dot} aria-hidden="true" />

/**
 * One receipt as a card of two lines, on a phone. Only what is shown, in plain elements, and rendered again only when
 * something about it changes: many come into view in one frame of a scroll.
 */
export const ReceiptCard = memo(function ReceiptCard(props: RowProps) {
  const { receipt, isChosen, isChoosing, href, words, onToggle } = props
  const { id, paidOn } = receipt
  const name = receipt.merchant ?? words.noShop
  const total = ringgitSen(receipt)
  const relief = reliefOf(receipt, words)
  return (
    <li className={styles.row} style={styleOf(props)} data-chosen={isChosen || undefined}>
      {isChoosing && (
        <ChooseBox label={words.choose(name)} isChosen={isChosen} always onToggle={() => onToggle(id)} />
      )}
      <Thumbnail receipt={receipt} />
      <a href={href} data-receipt={id} className={styles.name}>
        <span className={styles.shop}>{name}</span>
        <Example receipt={receipt} words={words} />
        {total !== null && <span className={`${styles.sum} money`}>{words.amount(total)}</span>}
      </a>
      <span className={styles.day}>
        {`${paidOn ? words.dayOfYear(paidOn) : words.noDay}${relief ? `, ${relief}` : ''}`}
      </span>
      {isSettled(receipt) ? (
        <Counts receipt={receipt} words={words} />
      ) : (
        <State receipt={receipt} words={words} />
      )}
    </li>
  )
})

/** As ReceiptCard: a row of the table, on a desk. */
export const ReceiptRow = memo(function ReceiptRow(props: RowProps) {
  const { receipt, isChosen, href, words, onToggle } = props
  const { id, paidOn } = receipt
  const name = receipt.merchant ?? words.noShop
  const total = ringgitSen(receipt)
  return (
    <li className={styles.row} style={styleOf(props)} data-chosen={isChosen || undefined}>
      <ChooseBox
        label={words.choose(name)}
        isChosen={isChosen}
        always={false}
        onToggle={() => onToggle(id)}
      />
      <Thumbnail receipt={receipt} />
      <a href={href} data-receipt={id} className={styles.name}>
        <span className={styles.shop}>{name}</span>
        <Example receipt={receipt} words={words} />
      </a>
      <span className={styles.day}>{paidOn ? words.day(paidOn) : words.noDay}</span>
      <span className={styles.for}>{reliefOf(receipt, words)}</span>
      <State receipt={receipt} words={words} />
      <span className={`${styles.total} money`}>{total === null ? '' : words.amount(total)}</span>
      <Counts receipt={receipt} words={words} />
    </li>
  )
})

function reliefOf(receipt: ReceiptSummary, words: RowWords): string | null {
  const code = mainRelief(receipt)
  return code === null ? null : words.relief(code)
}

const Example = ({ receipt, words }: PartProps) =>
  receipt.example && <span className={styles.example}>{words.example}</span>

interface PartProps {
  receipt: ReceiptSummary
  words: RowWords
}

/** Whether nothing about it needs a person. */
export const isSettled = ({ status, damaged, certified, allocations }: ReceiptSummary) =>
  status === 'confirmed' && !damaged && (certified || !allocations.some((part) => part.needsCertificate))

/** Written only where it needs a person; else a small tick. */
export function State({ receipt, words }: PartProps) {
  if (isSettled(receipt))
    return (
      <span className={styles.state} role="img" aria-label={words.status.confirmed}>
        {TICK}
      </span>
    )
  return (
    <span className={styles.state} data-to-do>
      {DOT}
      {receipt.damaged
        ? words.damaged
        : receipt.status === 'confirmed'
          ? words.missingCertificate
          : words.status[receipt.status]}
    </span>
  )
}

export function Counts({ receipt, words }: PartProps) {
  const counts = countedSen(receipt)
  const suggested = suggestedSen(receipt)
  const isDecided = receipt.status === 'confirmed' && receipt.allocations.length > 0
  return (
    <span className={`${styles.counts} money`} data-suggested={suggested > 0 || undefined}>
      {counts !== 0 ? (
        <>
          <span className={styles.tick}>{TICK}</span>
          {words.amount(counts)}
        </>
      ) : suggested > 0 ? (
        words.amount(suggested)
      ) : isDecided ? (
        <span className="soft">{words.doesNotCount}</span>
      ) : null}
    </span>
  )
}
