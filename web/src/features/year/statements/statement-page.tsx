import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Statement } from '../../../../../server/api-types.ts'
import { statementFile } from '../../../api/statements.ts'
import { useSaveFacts } from '../../../api/taxpayer.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { toSen, toTyped } from '../../../i18n/money.ts'
import { Button } from '../../../ui/button.tsx'
import { IconLink } from '../../../ui/icon-link.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { isShown, Picture } from '../../../ui/picture/picture.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { MoneyInput } from '../interview/fields/money-input.tsx'
import type { Known } from '../interview/fields.ts'
import { storedValues } from '../interview/screens.ts'
import { type Interview, useInterview } from '../interview/use-interview.ts'
import { AboutReading } from './about-reading.tsx'
import { DeleteStatement } from './delete-statement.tsx'
import { FigureRead } from './figure-read.tsx'
import { factsWith, figuresOf, orderOf } from './figures.ts'
import read from './readings.module.css'
import { marksOnPaper, useReadings } from './readings.ts'
import styles from './statement-page.module.css'

interface StatementPageProps {
  year: number
  /** Undefined: there is none by this id. */
  statement: Statement | undefined
  statements: readonly Statement[]
}

/** The picture of a statement, and beside it the fields for the figures that stand on it. */
export function StatementPage({ year, statement, statements }: StatementPageProps) {
  const t = useTranslations('interview.statements')
  const common = useTranslations('common')
  const kind = statement && t(`kinds.${statement.kind}`)
  return (
    <div className={styles.page} data-bare>
      <header className={styles.head}>
        <IconLink to="/app/year/statements/{-$id}" aria-label={common('back')}>
          <IconArrowLeft size={24} stroke={1.7} aria-hidden />
        </IconLink>
        <h1 className="part-title">{kind ? t('titleOf', { kind, year: String(year) }) : t('title')}</h1>
      </header>
      {!statement ? (
        <p className={styles.side}>{t('missing')}</p>
      ) : (
        <Paper year={year} statement={statement} statements={statements} />
      )}
    </div>
  )
}

type PaperProps = Omit<StatementPageProps, 'statement'> & { statement: Statement }

function Paper({ year, statement, statements }: PaperProps) {
  const t = useTranslations('interview.statements')
  const check = useTranslations('check.picture')
  const { shortDay } = useFormats()
  const interview = useInterview(year)
  const readings = useReadings(statement, statements)
  const [focused, setFocused] = useState<string>()
  return (
    <>
      <div className={styles.picture}>
        <Picture
          address={{
            original: statementFile(statement),
            shown: statementFile(statement, isShown(statement.file.type) ? undefined : 'preview'),
          }}
          file={statement.file}
          marks={marksOnPaper(statement.file.id, readings.own ?? undefined)}
          focused={focused}
          alt={t('alt')}
        />
      </div>
      <div className={styles.side}>
        {statement.file.pages > 1 && (
          <p className="note">
            {t('pages', { count: statement.file.pages })}{' '}
            <a href={statementFile(statement)} download>
              {check('download')}
            </a>
          </p>
        )}
        {statement.damaged && <p role="alert">{t('damaged')}</p>}
        <div role="status" className={read.status}>
          {readings.isPending && statement.kind !== 'other' && <p className="soft">{t('read.reading')}</p>}
        </div>
        {readings.error && <ProblemNotice error={readings.error} onRetry={readings.retry} />}
        {readings.own && <AboutReading year={year} reading={readings.own} />}
        {interview.error && <ProblemNotice error={interview.error} onRetry={interview.retry} />}
        {interview.known ? (
          <Figures
            statement={statement}
            siblings={statements.filter((one) => one.kind === statement.kind).length}
            known={interview.known}
            interview={interview}
            readings={readings}
            onFocus={setFocused}
          />
        ) : (
          !interview.error && <Loading />
        )}
        <p className="note">{t('keep', { day: shortDay(statement.retainUntil) })}</p>
        <DeleteStatement statement={statement} />
      </div>
    </>
  )
}

interface FiguresProps {
  statement: Statement
  /** How many of its kind the year has. */
  siblings: number
  known: Known
  interview: Interview
  readings: ReturnType<typeof useReadings>
  /** A field is being filled in: where its figure stands is shown. */
  onFocus(name: string): void
}

function Figures({ statement, siblings, known, interview, readings, onFocus }: FiguresProps) {
  const t = useTranslations('interview')
  const { shortMoney } = useFormats()
  const save = useSaveFacts(known.year)
  const [showsWrong, setShowsWrong] = useState(false)
  const { drafts, setDraft, forget } = interview.drafts
  const figures = figuresOf(statement).sort((a, b) => orderOf(statement, a) - orderOf(statement, b))
  const { wrong, change, touched } = factsWith(figures, known, drafts)
  if (figures.length === 0) return <p className="soft">{t('statements.nothingToType')}</p>
  const year = String(known.year)
  return (
    <form
      className={styles.figures}
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(wrong).length > 0) {
          setShowsWrong(true)
          return
        }
        const names = figures.map(({ field }) => field.name)
        save.mutate(
          { change },
          {
            onSuccess: () => {
              for (const name of names) {
                forget(name)
                forget(`was ${name}`)
              }
            },
          },
        )
      }}
    >
      <p className="soft">{t('statements.onPaper')}</p>
      {siblings > 1 && <p className={styles.several}>{t('statements.several', { count: siblings, year })}</p>}
      {figures.map(({ field: { name, code }, screen }) => {
        const stored = storedValues(screen, known)[name] ?? ''
        const error = showsWrong && wrong[name]
        const receiptsSen = code === undefined ? 0 : known.receiptsSen(code)
        const place = statement.kind === 'ea-form' && name in PLACES && t(`statements.place.${name as Place}`)
        const told = receiptsSen > 0 && t('fromReceipts', { amount: shortMoney(receiptsSen) })
        const value = drafts[name] ?? stored
        const change = (text: string) => {
          if (drafts[name] === undefined) setDraft(`was ${name}`, stored)
          setDraft(name, text)
        }
        const proposal = readings.proposal(name)
        return (
          <div key={name} className={read.field}>
            <MoneyInput
              label={t(`fields.${name}`)}
              hint={[place, told].filter(Boolean).join('. ')}
              value={value}
              error={error && t(`wrong.${error}`)}
              onChange={change}
              onFocus={() => onFocus(name)}
            />
            {proposal && (
              <FigureRead
                field={t(`fields.${name}`)}
                proposal={proposal}
                typedSen={toSen(value) ?? null}
                onUse={(sen) => change(toTyped(sen))}
              />
            )}
          </div>
        )
      })}
      {save.error && <ProblemNotice error={save.error} />}
      <Button type="submit" full height={54} busy={save.isPending} disabled={touched.length === 0}>
        {t('statements.save', { year })}
      </Button>
      <p role="status" className={styles.saved}>
        {save.isSuccess && touched.length === 0 && (
          <>
            <IconCheck size={18} stroke={2.2} aria-hidden /> {t('statements.saved', { year })}
          </>
        )}
      </p>
    </form>
  )
}

/** Where the figures of an EA form stand on it. */
const PLACES = { employment: true, taxPaid: true, zakat: true, epf: true, socso: true } as const
type Place = keyof typeof PLACES
