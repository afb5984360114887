import { IconX } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { IconLink } from '../../../ui/icon-link.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { useYear } from '../../../ui/use-year.ts'
import { StatementSlot } from '../statements/statement-slot.tsx'
import { Done } from './done.tsx'
import { EarlierYear, isOffered } from './earlier-year.tsx'
import type { Answer, Known } from './fields.ts'
import styles from './interview.module.css'
import { QuestionBody } from './question.tsx'
import type { Screen } from './screen.ts'
import type { Card } from './screens.ts'
import { TaxFoot } from './tax-foot.tsx'
import { useEffects } from './use-effects.ts'
import { type Interview as Cards, useInterview } from './use-interview.ts'
import { useQuestion } from './use-question.ts'

const DONE = 'done'

/** What the law asks about a person, one question at a time. The address names it, so Back and reload work. */
export function Interview() {
  const year = useYear()
  // What is typed belongs to its year.
  return <InterviewOfYear key={year} year={year} />
}

function InterviewOfYear({ year }: { year: number }) {
  const t = useTranslations('interview')
  const { card: named } = useParams({ from: '/app/year/interview/{-$card}' })
  const navigate = useNavigate()
  const interview = useInterview(year)
  const { cards, known, drafts, fromEarlierYear } = interview
  const all = cards.flatMap(({ screens }) => screens)
  const open = (id: string | undefined) =>
    void navigate({ to: '/app/year/interview/{-$card}', params: { card: id } })

  if (interview.error) {
    return (
      <div className={styles.page}>
        <Header cards={[]} />
        <div className={styles.scroll}>
          <ProblemNotice screen={t('title')} error={interview.error} onRetry={interview.retry} />
        </div>
      </div>
    )
  }
  if (!known) {
    return (
      <div className={styles.page}>
        <Header cards={[]} />
        <Loading screen={t('title')} />
      </div>
    )
  }
  const begin = cards.find(({ isAnswered }) => !isAnswered)?.begin ?? all[0]
  const screen = all.find(({ id }) => id === named) ?? (named === DONE ? undefined : begin)
  return (
    <div className={styles.page}>
      <Header cards={cards} current={screen} />
      {screen ? (
        <QuestionPage
          key={screen.id}
          screen={screen}
          known={known}
          interview={interview}
          offer={
            fromEarlierYear &&
            isOffered(fromEarlierYear, drafts) && (
              <EarlierYear year={year} earlier={fromEarlierYear} drafts={drafts} />
            )
          }
          onGo={open}
        />
      ) : (
        <Done cards={cards} />
      )}
    </div>
  )
}

function Header({ cards, current }: { cards: readonly Card[]; current?: Screen | undefined }) {
  const t = useTranslations('interview')
  const at = cards.findIndex(({ id }) => id === current?.card)
  return (
    <header className={styles.header}>
      <IconLink to="/app/year" aria-label={t('close')}>
        <IconX size={24} stroke={1.8} aria-hidden />
      </IconLink>
      <Segments parts={cards} current={current?.card} />
      {at >= 0 && (
        <p className={styles.position}>
          {t('position', { current: String(at + 1), total: String(cards.length) })}
        </p>
      )}
    </header>
  )
}

interface QuestionPageProps {
  screen: Screen
  known: Known
  interview: Cards
  offer: ReactNode
  onGo(id: string): void
}

function QuestionPage({ screen, known, interview, offer, onGo }: QuestionPageProps) {
  const t = useTranslations('interview')
  const common = useTranslations('common')
  const question = useQuestion(screen, known, interview.drafts)
  const effects = useEffects(screen, known, question)
  const heading = useRef<HTMLHeadingElement>(null)
  const failure = interview.failures[screen.id]
  const isNothing = !question.isTyped && question.isEmpty

  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const order = interview.cards.flatMap(({ screens }) => screens)
  const at = order.findIndex(({ id }) => id === screen.id)
  const previous = order[at - 1]

  /** What comes next depends on this answer. */
  async function goOn(answer: Answer | null) {
    const after = answer ? interview.cardsWith(screen, answer) : interview.cards
    const screens = after.flatMap((card) => card.screens)
    onGo(screens[screens.findIndex(({ id }) => id === screen.id) + 1]?.id ?? DONE)
    if (answer && !(await interview.save(screen, answer, known))) onGo(screen.id)
  }

  return (
    <form
      className={styles.body}
      onSubmit={(event) => {
        event.preventDefault()
        if (isNothing || !(question.isTyped || question.isNew)) void goOn(null)
        else if (question.isComplete && question.conflicts.length === 0) void goOn(question.answer)
        else question.showWrong()
      }}
    >
      <div className={styles.scroll}>
        {offer}
        <p className={styles.card}>{t(`cards.${screen.card}`)}</p>
        <QuestionBody
          screen={screen}
          known={known}
          question={question}
          effects={effects}
          drafts={interview.drafts}
          level="h1"
          heading={heading}
        >
          {failure !== undefined && question.conflicts.length === 0 && <ProblemNotice error={failure} />}
          {screen.statements && <StatementSlot year={known.year} kinds={screen.statements} />}
        </QuestionBody>
      </div>
      <footer className={styles.foot}>
        <TaxFoot screen={screen} known={known} effects={effects} />
        <div className={styles.actions}>
          {previous && (
            <Button look="outline" height={54} onClick={() => onGo(previous.id)}>
              {common('back')}
            </Button>
          )}
          <Button type="submit" height={54}>
            {t(isNothing ? 'later' : 'next')}
          </Button>
        </div>
      </footer>
    </form>
  )
}
