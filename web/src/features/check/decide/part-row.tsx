import type { ReactNode } from 'react'
import type { Receipt, Reliefs } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { beneficiariesOf, findRelief } from '../../../ui/relief-names.ts'
import { Choice } from './choice.tsx'
import styles from './decide.module.css'
import { type Answer, isOpen, type Part, type Person } from './parts.ts'

interface PartRowProps {
  part: Part
  receipt: Receipt
  reliefs: Reliefs
  onChange(part: Part): void
  onFocus(): void
}

const bold = (chunks: ReactNode) => <b>{chunks}</b>
const ANSWERS: readonly Answer[] = ['yes', 'no', 'unsure']

/** "RM 89.90 | Books count as lifestyle", the reason below, and what the law asks. */
export function PartRow({ part, receipt, reliefs, onChange, onFocus }: PartRowProps) {
  const t = useTranslations('check')
  const { exactMoney, nameOf } = useFormats()
  const relief = part.relief === null ? undefined : findRelief(reliefs, part.relief)
  const people = part.relief === null ? [] : beneficiariesOf(reliefs, part.relief)
  const counts = relief !== undefined && part.answer !== 'no' && !isOpen(part)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only lights the lines on the picture
    <div
      className={styles.part}
      data-counts={counts ? 'yes' : 'no'}
      onPointerEnter={onFocus}
      onFocus={onFocus}
    >
      <p className={`${styles.amount} money`}>{exactMoney(part.sen)}</p>
      <p className={styles.sentence}>
        {relief
          ? t.rich('suggestion.counts', { b: bold, relief: nameOf(relief.shortName) })
          : whatOf(part, receipt) === null
            ? t('suggestion.nothing')
            : t.rich('suggestion.doesNotCount', { b: bold, what: whatOf(part, receipt) ?? '' })}
      </p>
      {part.reason && <p className={styles.reason}>{part.reason}</p>}
      {people.length > 1 && (
        <Choice<Person>
          question={t('question.whom')}
          options={people.map((person) => ({ value: person, label: t(`person.${person}`) }))}
          value={part.person}
          onChange={(person) => onChange({ ...part, person })}
        />
      )}
      {part.question && part.relief !== null && (
        <Choice<Answer>
          question={part.question}
          options={ANSWERS.map((answer) => ({ value: answer, label: t(`question.${answer}`) }))}
          value={part.answer}
          onChange={(answer) => onChange({ ...part, answer })}
          consequence={
            part.answer === 'no' ? t('question.noText') : isOpen(part) ? t('question.unsureText') : undefined
          }
        />
      )}
    </div>
  )
}

/** The line a part stands for, where it is one. */
function whatOf({ items }: Part, receipt: Receipt): string | null {
  const [first] = items
  return items.length === 1 && first !== undefined ? (receipt.items[first]?.description ?? null) : null
}
