import { Link } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import { FieldConflicts } from './field-conflicts.tsx'
import { FieldInput } from './field-input.tsx'
import type { Known } from './fields.ts'
import styles from './question.module.css'
import type { Screen } from './screen.ts'
import type { Effects } from './use-effects.ts'
import type { Drafts } from './use-interview.ts'
import type { Question } from './use-question.ts'

interface QuestionBodyProps {
  screen: Screen
  known: Known
  question: Question
  effects: Effects
  drafts: Drafts
  /** The page's own title, or one of several questions on it. */
  level: 'h1' | 'h3'
  heading?: Ref<HTMLHeadingElement>
  children?: ReactNode
}

/** A question with why it is asked, its fields, and the statements that prove the answer. */
export function QuestionBody(props: QuestionBodyProps) {
  const { screen, known, question, effects, drafts, level: Heading, heading, children } = props
  const t = useTranslations('interview')
  const { shortMoney } = useFormats()
  const year = String(known.year)
  const code = screen.law?.(known)
  const law = code === undefined ? undefined : findRelief(known.reliefs, code)
  const limitSen = law && 'limitSen' in law ? law.limitSen : null
  const words = { year, limit: limitSen === null ? '' : shortMoney(limitSen) }
  return (
    <div className={styles.question}>
      <div className={styles.title}>
        <Heading className={Heading === 'h1' ? 'page-title' : 'question'} ref={heading} tabIndex={-1}>
          {t(`screens.${screen.id}.title`, words)}
        </Heading>
        <p className="soft">
          {t(`screens.${screen.id}.why`, words)} {law && code && <Law code={code} section={law.section} />}
        </p>
      </div>
      {question.shown.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          known={known}
          question={question}
          effects={effects}
          drafts={drafts}
        />
      ))}
      <FieldConflicts question={question} />
      {children}
    </div>
  )
}

function Law({ code, section }: { code: string; section: string }) {
  const t = useTranslations('interview')
  return (
    <Link to="/app/reliefs" search={{ relief: code }} className={styles.law}>
      {t('law', { section })}
    </Link>
  )
}
