import { useId } from 'react'
import styles from './segmented.module.css'

interface Props<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string; lang?: string }[]
  onChange(value: Value): void
}

/** One of a few choices that takes effect at once, with its label beside it. */
export function Segmented<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const id = useId()
  return (
    <div className={styles.row} role="radiogroup" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <span className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment} lang={option.lang}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </span>
    </div>
  )
}
