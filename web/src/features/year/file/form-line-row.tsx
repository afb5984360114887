import { Checkbox } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './form-line-row.module.css'
import { ItemNumber } from './item-number.tsx'
import { useLineNote } from './line-note.tsx'
import { plainAmount, type ShownLine } from './lines.ts'

interface Props {
  line: ShownLine
  /** The one to enter next: its Copy is the filled button. */
  isCurrent: boolean
  isCopied: boolean
  onCopy(): void
  onTick(isEntered: boolean): void
}

/** An item of the form: tick, number, name with where it comes from, amount, and its Copy. */
export function FormLineRow({ line, isCurrent, isCopied, onCopy, onTick }: Props) {
  const t = useTranslations('file.line')
  const { nameOf, bareMoney, shortMoney } = useFormats()
  const { code, shortName, amountSen, enteredSen, isEntered, isChanged } = line
  const name = nameOf(shortName)
  const amount = plainAmount(amountSen)
  const [tick, setTick] = useTick(isEntered)
  const { title, body } = useLineNote(line)
  return (
    <li
      className={styles.row}
      data-code={code}
      data-current={isCurrent || undefined}
      data-entered={isEntered || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      {/* The whole 44 px answer to a finger. */}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is its control */}
      <label className={styles.tick}>
        <Checkbox
          aria-label={t('tick', { name })}
          checked={tick}
          onChange={({ currentTarget }) => {
            setTick(currentTarget.checked)
            onTick(currentTarget.checked)
          }}
        />
      </label>
      {title}
      <span className={styles.detail}>
        <ItemNumber line={line} />
        <span className={styles.from}>
          {isChanged && enteredSen !== null ? (
            <span className={styles.changed}>
              <span className={styles.dot} aria-hidden="true" />{' '}
              {t('changed', { amount: shortMoney(enteredSen) })}
            </span>
          ) : (
            <From line={line} />
          )}
        </span>
      </span>
      <span className={`${styles.amount} money`} data-amount>
        {bareMoney(amountSen)}
      </span>
      <button
        type="button"
        className={styles.copy}
        data-copy
        aria-label={t('copyLabel', { amount, name })}
        onClick={onCopy}
      >
        {isCopied && !isCurrent ? (
          <IconCheck size={22} stroke={1.8} aria-hidden />
        ) : (
          <IconCopy size={22} stroke={1.7} aria-hidden />
        )}
        <span className={styles.copyText}>{isCopied && !isCurrent ? t('copied') : t('copy')}</span>
        <span className={styles.copyAmount}>{t('copyAmount', { amount })}</span>
      </button>
      {body}
    </li>
  )
}

/**
 * The tick answers the finger at once. What is known of the line follows a moment later, and until then React would set
 * the box back.
 */
function useTick(isEntered: boolean) {
  const [shown, setShown] = useState({ isEntered, tick: isEntered })
  if (shown.isEntered !== isEntered) setShown({ isEntered, tick: isEntered })
  return [shown.tick, (tick: boolean) => setShown({ isEntered, tick })] as const
}

/** Receipts, statements or answers that the amount comes from. */
function From({ line }: { line: ShownLine }) {
  const t = useTranslations('file')
  const { shortMoney } = useFormats()
  const { receipts, statements, grantedBy, amountSen, spentSen, people } = line
  const counted = t('line.receipts', { count: receipts })
  const parts = [
    ...(receipts === 0
      ? []
      : [
          spentSen > amountSen
            ? t('line.spent', { receipts: counted, amount: shortMoney(spentSen) })
            : counted,
        ]),
    ...statements.map((kind) => t(`statement.${kind}`)),
    ...(people && people.whole > 0 ? [t('line.children', { count: people.whole })] : []),
    ...(people && people.half > 0 ? [t('line.halfChildren', { count: people.half })] : []),
  ]
  if (parts.length > 0) return parts.join(', ')
  if (amountSen === 0) return t('line.nothing')
  return t(grantedBy === 'law' ? 'line.automatic' : 'line.answers')
}
