import { useState } from 'react'
import type { RecurringClaim } from '../../../../server/api-types.ts'
import { useAnswerRecurring, useEnterMonths, useTakeBackMonths } from '../../api/recurring.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { useUndo } from '../undo.tsx'
import { firstOf, inState } from './months.ts'
import styles from './recurring.module.css'

/** "The same as last month?" of the missing months, all of them or those that are chosen. */
export function AskMissing({ series, year }: { series: RecurringClaim; year: number }) {
  const t = useTranslations('recurring')
  const { exactMoney, number } = useFormats()
  const { offer } = useUndo()
  const enter = useEnterMonths(year)
  const takeBack = useTakeBackMonths()
  const answer = useAnswerRecurring(year)
  const [left, setLeft] = useState<readonly string[]>([])
  const { id, usualSen } = series
  const missing = inState(series, 'missing')
  const chosen = missing.filter((month) => !left.includes(month))
  const isTrailing = series.months.at(-1)?.state === 'missing'
  const isBusy = enter.isPending || answer.isPending
  const amount = exactMoney(usualSen)

  const same = () =>
    // A promise, as this question may be gone by then.
    void enter.mutateAsync({ id, months: chosen }).then(
      (made) => offer(t('undo.entered', { count: made.receipts.length }), () => takeBack.mutate(made)),
      () => {},
    )
  const say = (text: string, said: Parameters<typeof answer.mutate>[0], undone: typeof said) =>
    void answer.mutateAsync(said).then(
      () => offer(text, () => answer.mutate(undone)),
      () => {},
    )
  const each = <Value,>(value: Value) => Object.fromEntries(chosen.map((month) => [month, value]))

  return (
    <>
      {missing.length > 1 && (
        <ChooseMonths
          missing={missing}
          chosen={chosen}
          onToggle={(month) =>
            setLeft(left.includes(month) ? left.filter((one) => one !== month) : [...left, month])
          }
        />
      )}
      <div className={styles.buttons}>
        <Button
          look="tonal"
          height={44}
          busy={enter.isPending}
          disabled={chosen.length === 0 || isBusy}
          onClick={same}
        >
          {chosen.length > 1
            ? t('sameEach', { count: number(chosen.length), amount })
            : t('same', { amount })}
        </Button>
        <Button
          look="outline"
          height={44}
          disabled={chosen.length === 0 || isBusy}
          onClick={() =>
            say(t('undo.notPaid'), { id, months: each('not-paid' as const) }, { id, months: each(null) })
          }
        >
          {t('notPaid')}
        </Button>
        {isTrailing && (
          <Button
            look="text"
            height={44}
            disabled={isBusy}
            onClick={() => say(t('undo.ended'), { id, ended: true }, { id, ended: false })}
          >
            {t('ended')}
          </Button>
        )}
      </div>
      <p className="note">{t('needsPaper')}</p>
      {(enter.error ?? answer.error ?? takeBack.error) && (
        <ProblemNotice error={enter.error ?? answer.error ?? takeBack.error} />
      )}
    </>
  )
}

interface ChooseProps {
  missing: readonly string[]
  chosen: readonly string[]
  onToggle(month: string): void
}

function ChooseMonths({ missing, chosen, onToggle }: ChooseProps) {
  const t = useTranslations('recurring')
  const { monthName } = useFormats()
  return (
    <fieldset className={styles.chips}>
      <legend className="sr-only">{t('choose')}</legend>
      {missing.map((month) => (
        <button
          key={month}
          type="button"
          className={styles.chip}
          aria-pressed={chosen.includes(month)}
          onClick={() => onToggle(month)}
        >
          {monthName(firstOf(month))}
        </button>
      ))}
    </fieldset>
  )
}
