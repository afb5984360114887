import { useEffect, useRef, useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { dayAt } from '../../i18n/day.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import styles from './compare.module.css'
import { Comparison } from './comparison.tsx'
import { type ComparedField, countsSen, pairOf } from './facts.ts'
import { TwinPictures } from './twin-pictures.tsx'
import { useSettle } from './use-settle.ts'

interface Props {
  receipt: Receipt
  other: Receipt
  /** @param gone the receipt that went to the trash; null: both stay */
  onSettled(gone: Receipt | null): void
}

/** Two receipts that may be the same, side by side, and what each answer does. */
export function Compare({ receipt, other, onSettled }: Props) {
  const t = useTranslations('check.duplicate')
  const { exactMoney, longDay, shortDay, timeOf } = useFormats()
  const [focused, setFocused] = useState<ComparedField>()
  const { first, second, kept, gone } = pairOf(receipt, other)
  const { answer, isBusy, error } = useSettle(receipt, other, onSettled)
  useAnswerKeys((verdict) => void answer(verdict))
  const title = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair begins at its question
  useEffect(() => title.current?.focus({ preventScroll: true }), [first.id, second.id])

  const onceSen = countsSen(kept)
  const bothSen = countsSen(first) + countsSen(second)
  const isAnyConfirmed = first.status === 'confirmed' || second.status === 'confirmed'
  const once =
    onceSen > 0 &&
    t(kept.status === 'confirmed' ? 'countsOnce' : 'suggestedOnce', { amount: exactMoney(onceSen) })
  const both =
    bothSen > 0 && t(isAnyConfirmed ? 'bothCount' : 'bothSuggested', { amount: exactMoney(bothSen) })
  const caption = (name: string, { createdAt, status }: Receipt) => (
    <>
      <b>{name}</b>
      <br />
      {t('added', { day: longDay(dayAt(createdAt)), time: timeOf(createdAt) })}
      {status === 'confirmed' && ` · ${t('confirmed')}`}
    </>
  )
  return (
    <section className={styles.compare} aria-label={t('title')}>
      <TwinPictures
        first={first}
        second={second}
        focused={focused}
        titles={{ first: caption(t('first'), first), second: caption(t('second'), second) }}
      />
      <div className={styles.panel}>
        <h1 ref={title} tabIndex={-1} className={`${styles.title} part-title`}>
          {t('title')}
        </h1>
        <Comparison first={first} second={second} onFocus={setFocused} />
        {error && <ProblemNotice error={error} />}
      </div>
      <div className={styles.answers}>
        <Button
          height={54}
          full
          busy={isBusy}
          rightSection={<kbd>s</kbd>}
          onClick={() => void answer('same')}
        >
          {t('same')}
        </Button>
        <p className="note">
          {once && `${once} `}
          {t(gone.id === second.id ? 'secondGoes' : 'firstGoes')}
          {gone.retainUntil && ` ${t('keptUntil', { day: shortDay(gone.retainUntil) })}`}
        </p>
        <Button
          look="outline"
          height={54}
          full
          disabled={isBusy}
          rightSection={<kbd>d</kbd>}
          onClick={() => void answer('different')}
        >
          {t('different')}
        </Button>
        {both && <p className="note">{both}</p>}
      </div>
    </section>
  )
}

/** s: the same; d: different. */
function useAnswerKeys(answer: (verdict: 'same' | 'different') => void) {
  const latest = useRef(answer)
  latest.current = answer
  useEffect(() => {
    function onKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
      if (ctrlKey || metaKey || altKey) return
      const isTyping =
        target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null
      if (isTyping) return
      if (key === 's') latest.current('same')
      if (key === 'd') latest.current('different')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
