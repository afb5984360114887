import { Checkbox } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './form-line-row.module.css'
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
  const { code, shortName, item, certainty, amountSen, enteredSen, isEntered, isChanged } = line
  const name = nameOf(shortName)
  const amount = plainAmount(amountSen)
  const [tick, setTick] = useTick(isEntered)
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
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>
        <span className={styles.item}>
          {item !== null &&
            (certainty === 'derived' ? (
              <>
                <span aria-hidden="true">{item}*</span>
                <span className="sr-only">{t('derived', { item })}</span>
              </>
            ) : (
              item
            ))}
        </span>
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
  const { receipts, statements, grantedBy, amountSen, spentSen } = line
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
  ]
  if (parts.length > 0) return parts.join(', ')
  if (amountSen === 0) return t('line.nothing')
  return t(grantedBy === 'law' ? 'line.automatic' : 'line.answers')
}
