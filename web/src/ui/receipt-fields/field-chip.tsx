import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { toTyped } from '../../i18n/money.ts'
import { doubtOf } from './doubt.ts'
import styles from './field-chip.module.css'
import { type FieldName, fieldKinds, parseTyped } from './field-kinds.ts'

export interface FieldChipProps {
  receipt: Receipt
  name: FieldName
  /** What was typed and not saved, kept through reloads. */
  draft: string | undefined
  onDraft(text: string | null): void
  onSave(value: string | number | null): void
  /** Lights the field's box on the picture. */
  onFocus(): void
  onBlur(): void
  /** Registers how text tapped on the picture gets into the field. */
  registerInput?(insert: ((text: string) => void) | null): void
}

/** A value with its label: open for typing at once where it needs eyes, else after a tap. */
export function FieldChip(props: FieldChipProps) {
  const { receipt, name, draft, onDraft, onSave, onFocus, onBlur, registerInput } = props
  const t = useTranslations('check.fields')
  const { exactMoney, longDay } = useFormats()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const isGivenUp = useRef(false)
  const wantsFocus = useRef(false)
  const doubt = doubtOf(receipt, name)
  const [isOpen, setOpen] = useState(draft !== undefined || (doubt !== null && isShown(name)))
  const [wrong, setWrong] = useState<'date' | 'amount' | 'currency' | null>(null)
  const kind = fieldKinds[name]
  const value = receipt[name]

  // Before the browser paints: what is typed next must not get lost.
  useLayoutEffect(() => {
    if (isOpen && wantsFocus.current) input.current?.focus()
    wantsFocus.current = false
  }, [isOpen])

  const shown = () => {
    if (value === null || value === '') return t('missing')
    if (kind === 'amount') return exactMoney(Number(value), name === 'myrSen' ? 'MYR' : receipt.currency)
    return kind === 'day' ? longDay(String(value)) : String(value)
  }
  const typedValue = () =>
    kind === 'amount'
      ? toTyped(value === null ? null : Number(value))
      : kind === 'day' && value
        ? longDay(String(value))
        : String(value ?? '')

  /** Saves what was typed; it stays typed until the server has taken it. */
  function commit(text: string) {
    const parsed = parseTyped(kind, text)
    if ('wrong' in parsed) {
      setWrong(parsed.wrong)
      return
    }
    setWrong(null)
    if (doubt === null) setOpen(false)
    if (parsed.value === value) onDraft(null)
    else onSave(parsed.value)
  }

  if (!isOpen && draft === undefined) {
    return (
      <button
        type="button"
        className={styles.chip}
        data-doubt={doubt ?? undefined}
        onFocus={onFocus}
        onBlur={onBlur}
        onClick={() => {
          wantsFocus.current = true
          setOpen(true)
        }}
      >
        <span className={styles.label}>{t(name)}</span>
        <span className={styles.value}>{shown()}</span>
        <span className="sr-only">{t('edit', { field: t(name) })}</span>
      </button>
    )
  }
  const hint =
    kind === 'day'
      ? t('hints.date')
      : kind === 'amount'
        ? t('hints.amount')
        : kind === 'currency'
          ? t('hints.currency')
          : undefined
  return (
    <div
      className={styles.chip}
      data-open
      data-doubt={doubt ?? undefined}
      data-wrong={wrong !== null || undefined}
    >
      <label className={styles.label} htmlFor={id}>
        {t(name)}
        {doubt && (
          <span className={styles.doubt}>
            <span className={doubt === 'missing' ? styles.ring : styles.dot} aria-hidden="true" /> {t(doubt)}
          </span>
        )}
      </label>
      <input
        id={id}
        ref={input}
        className={styles.input}
        value={draft ?? typedValue()}
        placeholder={hint}
        inputMode={kind === 'amount' ? 'decimal' : 'text'}
        autoComplete="off"
        autoCapitalize={name === 'merchant' ? 'characters' : 'off'}
        spellCheck={false}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onFocus={() => {
          onFocus()
          registerInput?.((text) => {
            onDraft(text)
            commit(text)
          })
        }}
        onBlur={(event) => {
          onBlur()
          registerInput?.(null)
          if (!isGivenUp.current) commit(event.currentTarget.value)
          isGivenUp.current = false
        }}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onDraft(null)
            // Leaving the field must not save what was just given up.
            isGivenUp.current = true
            setWrong(null)
            setOpen(false)
          }
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {t(`wrong.${wrong}`)}
        </p>
      )}
    </div>
  )
}

const isShown = (name: FieldName) =>
  name === 'merchant' || name === 'date' || name === 'totalSen' || name === 'currency'
