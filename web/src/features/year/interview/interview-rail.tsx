import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { StatementSlot } from '../statements/statement-slot.tsx'
import { EarlierYear, isOffered } from './earlier-year.tsx'
import type { Answer, Known } from './fields.ts'
import styles from './interview-rail.module.css'
import { QuestionBody } from './question.tsx'
import type { Screen, ScreenId } from './screen.ts'
import type { Card } from './screens.ts'
import { invitationOf, summaryOf } from './summaries.ts'
import { TaxFoot } from './tax-foot.tsx'
import { useEffects } from './use-effects.ts'
import { type Interview, useInterview } from './use-interview.ts'
import { useQuestion } from './use-question.ts'

/** The cards as rows beside the year: each with its answer, one open in place. */
export function InterviewRail({ year }: { year: number }) {
  // What is typed belongs to its year.
  return <RailOfYear key={year} year={year} />
}

function RailOfYear({ year }: { year: number }) {
  const t = useTranslations('interview')
  const interview = useInterview(year)
  const { cards, known, drafts, fromEarlierYear } = interview
  /** Undefined: the first card without an answer. Null: none. */
  const [chosen, setChosen] = useState<ScreenId | null>()
  if (interview.error) return <ProblemNotice error={interview.error} onRetry={interview.retry} />
  if (!known) return <Loading />
  const done = cards.filter(({ isAnswered }) => isAnswered).length
  const begin = cards.find(({ isAnswered }) => !isAnswered)?.begin
  const openId = chosen === undefined ? begin?.id : chosen
  return (
    <section className={styles.rail} aria-label={t('progress', counted(done, cards.length))}>
      <div className={styles.head}>
        <p>
          <b>{t('progress', counted(done, cards.length))}</b>
        </p>
        <p className="soft">{t('left', { count: cards.length - done })}</p>
        <Segments
          parts={cards}
          current={cards.find(({ screens }) => screens.some(({ id }) => id === openId))?.id}
        />
      </div>
      {fromEarlierYear && isOffered(fromEarlierYear, drafts) && (
        <EarlierYear year={year} earlier={fromEarlierYear} drafts={drafts} />
      )}
      <ol>
        {cards.map((card, index) => {
          const open = card.screens.find(({ id }) => id === openId)
          return (
            <CardRow
              key={card.id}
              card={card}
              number={index + 1}
              known={known}
              isOpen={open !== undefined}
              onToggle={() => setChosen(open ? null : card.begin.id)}
            >
              {open && (
                <RailQuestion
                  key={open.id}
                  screen={open}
                  known={known}
                  interview={interview}
                  takesFocus={chosen !== undefined}
                  onGo={setChosen}
                />
              )}
            </CardRow>
          )
        })}
      </ol>
      <Link to="/app/year/statements/{-$id}" className={styles.statements}>
        {t('statements.title')}
      </Link>
    </section>
  )
}

const counted = (done: number, total: number) => ({ done: String(done), total: String(total) })

interface CardRowProps {
  card: Card
  number: number
  known: Known
  isOpen: boolean
  onToggle(): void
  children: ReactNode
}

function CardRow({ card, number, known, isOpen, onToggle, children }: CardRowProps) {
  const t = useTranslations('interview')
  const { shortMoney } = useFormats()
  const id = useId()
  const words = { t, shortMoney }
  const summary = summaryOf(card.id, known, words) || invitationOf(card.id, known, words)
  return (
    <li className={styles.card} data-open={isOpen || undefined}>
      <h2>
        <button
          type="button"
          className={styles.row}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <span className={styles.mark} data-done={card.isAnswered || undefined}>
            {card.isAnswered ? <IconCheck size={16} stroke={2.4} aria-hidden /> : number}
          </span>
          <span className={styles.name}>
            <b>{t(`cards.${card.id}`)}</b>
            {!isOpen && <span className={styles.summary}>{summary}</span>}
          </span>
          {card.isAnswered || isOpen ? (
            <IconChevronDown className={styles.chevron} size={20} stroke={1.7} aria-hidden />
          ) : (
            <span className={styles.answer}>{t('answer')}</span>
          )}
        </button>
      </h2>
      {isOpen && (
        <div id={id} className={styles.open}>
          {children}
        </div>
      )}
    </li>
  )
}

interface RailQuestionProps {
  screen: Screen
  known: Known
  interview: Interview
  /** Whether the person opened it, rather than the page. */
  takesFocus: boolean
  onGo(id: ScreenId | null): void
}

function RailQuestion({ screen, known, interview, takesFocus, onGo }: RailQuestionProps) {
  const t = useTranslations('interview')
  const question = useQuestion(screen, known, interview.drafts)
  const effects = useEffects(screen, known, question)
  const heading = useRef<HTMLHeadingElement>(null)
  const failure = interview.failures[screen.id]

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [])

  /** To the next question of the card, then to the next card without an answer. */
  async function goOn(answer: Answer | null) {
    const after = answer ? interview.cardsWith(screen, answer) : interview.cards
    const here = after.find(({ id }) => id === screen.card)
    const within = here?.screens[here.screens.findIndex(({ id }) => id === screen.id) + 1]
    const at = after.findIndex(({ id }) => id === screen.card)
    const others = [...after.slice(at + 1), ...after.slice(0, at)]
    onGo((within ?? others.find(({ isAnswered }) => !isAnswered)?.begin)?.id ?? null)
    if (answer && !(await interview.save(screen, answer, known))) onGo(screen.id)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!question.isEmpty && !question.isTyped && !question.isNew) void goOn(null)
        else if (question.isComplete && question.conflicts.length === 0) void goOn(question.answer)
        else question.showWrong()
      }}
    >
      <QuestionBody
        screen={screen}
        known={known}
        question={question}
        effects={effects}
        drafts={interview.drafts}
        level="h3"
        heading={heading}
      >
        {failure !== undefined && question.conflicts.length === 0 && <ProblemNotice error={failure} />}
        {screen.statements && <StatementSlot year={known.year} kinds={screen.statements} />}
        <TaxFoot screen={screen} known={known} effects={effects} />
        <div className={styles.actions}>
          <Button type="submit" height={48}>
            {t('next')}
          </Button>
          <Button look="text" height={48} onClick={() => void goOn(null)}>
            {t('later')}
          </Button>
        </div>
      </QuestionBody>
    </form>
  )
}
