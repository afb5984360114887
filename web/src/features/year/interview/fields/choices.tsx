import { type ReactNode, useId } from 'react'
import styles from './fields.module.css'

export interface Option {
  value: string
  label: string
  hint?: ReactNode
  /** What it does to the tax, at the right. */
  effect?: string | undefined
}

interface ChoicesProps {
  /** Said by a screen reader; the question itself stands above. */
  legend: string
  /** Shows the legend, where it is a question of its own. */
  isShown?: boolean
  options: readonly Option[]
  value: string
  error?: string | undefined
  onChange(value: string): void
}

/** The answers to a question as cards: one below the other where one of them has more to say, else in a row. */
export function Choices({ legend, isShown = false, options, value, error, onChange }: ChoicesProps) {
  const id = useId()
  const isWide =
    options.length > 4 || options.some(({ hint, effect, label }) => hint || effect || label.length > 24)
  return (
    <fieldset className={styles.choices} data-wide={isWide || undefined} aria-describedby={error && id}>
      <legend className={isShown ? styles.label : 'sr-only'}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            aria-invalid={error ? true : undefined}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.radio} aria-hidden="true" />
          <span className={styles.text}>
            {option.label}
            {option.hint && <span className={styles.hint}>{option.hint}</span>}
          </span>
          {option.effect && <span className={styles.effect}>{option.effect}</span>}
        </label>
      ))}
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
