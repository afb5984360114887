import { useId } from 'react'
import styles from './decide.module.css'

export interface ChoiceProps<T extends string> {
  question: string
  options: { value: T; label: string }[]
  value: T | null
  onChange(value: T): void
  /** What the answer does, shown at once. */
  consequence?: string | undefined
}

/** A question with its answers as cards. */
export function Choice<T extends string>({
  question,
  options,
  value,
  onChange,
  consequence,
}: ChoiceProps<T>) {
  // The next receipt is drawn behind this one: its answers are a group of their own.
  const name = useId()
  return (
    <fieldset className={styles.ask}>
      <legend>{question}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.radio} aria-hidden="true" />
            {option.label}
          </label>
        ))}
      </div>
      {consequence && (
        <p className={styles.why} role="status">
          {consequence}
        </p>
      )}
    </fieldset>
  )
}
