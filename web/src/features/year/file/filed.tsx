import { TextInput } from '@mantine/core'
import { IconCalendarEvent, IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { TaxReturn } from '../../../../../server/api-types.ts'
import { useSetFiledOn } from '../../../api/taxpayer.ts'
import { toDay, today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { DueText } from './file-head.tsx'
import styles from './filed.module.css'

interface Props {
  taxReturn: TaxReturn
  /** Every item with an amount is ticked. */
  isAllDone: boolean
  /** What stands beside the button on a phone. */
  children: ReactNode
}

/** "I filed it": the day starts the seven years for which the papers are kept. */
export function Filed({ taxReturn, isAllDone, children }: Props) {
  const save = useSetFiledOn(taxReturn.year)
  // Where the button that was pressed is gone, the focus moves to what took its place.
  const place = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  const { filedOn } = taxReturn
  // biome-ignore lint/correctness/useExhaustiveDependencies: it changed
  useEffect(() => {
    if (isPressed.current) place.current?.focus()
    isPressed.current = false
  }, [filedOn])
  const set = (day: string | undefined) => {
    isPressed.current = true
    save.mutate(day)
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {filedOn ? (
        <OnTheShelf taxReturn={taxReturn} filedOn={filedOn} onUndo={() => set(undefined)} />
      ) : (
        <FiledForm taxReturn={taxReturn} isAllDone={isAllDone} isBusy={save.isPending} onFiled={set}>
          {children}
        </FiledForm>
      )}
      {save.error && <ProblemNotice error={save.error} />}
    </div>
  )
}

interface FormProps extends Props {
  isBusy: boolean
  onFiled(day: string): void
}

function FiledForm({ taxReturn, isAllDone, isBusy, onFiled, children }: FormProps) {
  const t = useTranslations('file.filed')
  const { shortDay } = useFormats()
  const [typed, setTyped] = useState(() => shortDay(today()))
  const [wrong, setWrong] = useState<'wrong' | 'future' | 'early'>()
  const day = toDay(typed)
  const keptUntil = retainedFrom(taxReturn, day ?? today())

  function submit() {
    const problem = problemOf(day, taxReturn.year)
    setWrong(problem)
    if (!problem && day) onFiled(day)
  }
  return (
    <form
      className={styles.filed}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={styles.due}>
        <DueText taxReturn={taxReturn} />
      </p>
      <div className={styles.day}>
        <TextInput
          classNames={{ input: styles.input ?? '', label: styles.label ?? '' }}
          label={t('day')}
          value={typed}
          error={wrong && t(wrong)}
          autoComplete="off"
          leftSection={<IconCalendarEvent size={20} stroke={1.6} aria-hidden />}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p className="note">{t('keepUntil', { day: shortDay(keptUntil) })}</p>
      </div>
      <div className={styles.strip}>
        {children}
        <Button type="submit" look={isAllDone ? 'filled' : 'outline'} busy={isBusy}>
          {t('action')}
        </Button>
      </div>
    </form>
  )
}

/** The retention counts from the year of filing. */
const retainedFrom = ({ retainUntil, year }: TaxReturn, day: string) => {
  // Without a day of filing, the server counts from the year after the year of assessment.
  const years = Number(retainUntil.slice(0, 4)) - (year + 1)
  return `${Math.max(Number(day.slice(0, 4)), year) + years}${retainUntil.slice(4)}`
}

function problemOf(day: string | undefined, year: number) {
  if (!day) return 'wrong'
  if (day > today()) return 'future'
  return day < `${year}-01-01` ? 'early' : undefined
}

interface ShelfProps {
  taxReturn: TaxReturn
  filedOn: string
  onUndo(): void
}

/** What is kept until when. */
function OnTheShelf({ taxReturn, filedOn, onUndo }: ShelfProps) {
  const t = useTranslations('file.filed')
  const { shortDay } = useFormats()
  return (
    <section className={styles.shelf} aria-labelledby="filed">
      <h2 id="filed" className={styles.shelfTitle}>
        <IconCheck size={22} stroke={2} aria-hidden />
        {t('title', { day: shortDay(filedOn) })}
      </h2>
      <p>{t('kept', { year: String(taxReturn.year), day: shortDay(taxReturn.retainUntil) })}</p>
      <Button look="text" height={44} onClick={onUndo}>
        {t('undo')}
      </Button>
    </section>
  )
}
