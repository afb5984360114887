import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import { whatIfQuery } from '../../api/reliefs.ts'
import { inSentence } from '../../i18n/in-sentence.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { useYear } from '../../ui/use-year.ts'
import type { Spendable } from './lines.ts'
import { afterKey, firstStep, isYearOpen, snapped } from './spending.ts'
import styles from './what-if.module.css'

/** A slider: how much more is spent on something, and what that saves. */
export function WhatIf({ on, incomeKnown }: { on: Spendable; incomeKnown: boolean }) {
  const t = useTranslations('reliefs.whatIf')
  const year = useYear()
  const { nameOf } = useFormats()
  if (!isYearOpen(year)) return null
  return (
    <section aria-labelledby="what-if" className={styles.whatIf}>
      <h2 id="what-if" className={styles.title}>
        {t('title', { name: inSentence(nameOf(on.shortName)) })}
      </h2>
      {incomeKnown ? (
        <MoreSpent key={on.code} on={on} />
      ) : (
        <p className="soft">
          {t('incomeUnknown')}{' '}
          <Link to="/app/year/interview/{-$card}" params={{ card: 'work' }} className={styles.ask}>
            {t('askIncome')}
          </Link>
        </p>
      )}
    </section>
  )
}

const PAUSE = 250

function MoreSpent({ on }: { on: Spendable }) {
  const t = useTranslations('reliefs.whatIf')
  const year = useYear()
  const { shortMoney } = useFormats()
  const leftSen = on.remainingSen
  const [chosenSen, choose] = useState(firstStep(leftSen))
  // What is left may have shrunk since: a receipt was confirmed on another device.
  const sen = Math.min(chosenSen, leftSen)
  const [askedSen] = useDebouncedValue(sen, PAUSE)
  const answer = useQuery({ ...whatIfQuery(year, on.code, askedSen), enabled: askedSen > 0 })
  const isCurrent = askedSen === sen
  return (
    <div className={styles.row}>
      <input
        type="range"
        className={styles.slider}
        style={{ '--share': sen / leftSen } as CSSProperties}
        aria-labelledby="what-if"
        aria-valuetext={t('more', { amount: shortMoney(sen) })}
        min={0}
        max={leftSen}
        step={1}
        value={sen}
        onChange={({ currentTarget }) => choose(snapped(Number(currentTarget.value), leftSen))}
        onKeyDown={(event) => {
          const next = afterKey(event.key, sen, leftSen)
          if (next === undefined) return
          event.preventDefault()
          choose(next)
        }}
      />
      <p className={styles.result} aria-live="polite" aria-atomic="true">
        {t('more', { amount: shortMoney(sen) })}
        <Saved
          isKnown={isCurrent && sen > 0}
          answer={isCurrent ? answer.data : undefined}
          failed={answer.isError}
        />
      </p>
    </div>
  )
}

interface SavedProps {
  isKnown: boolean
  answer: { payableSen: number; savesSen: number } | undefined
  failed: boolean
}

function Saved({ isKnown, answer, failed }: SavedProps) {
  const t = useTranslations('reliefs.whatIf')
  const { aboutMoney } = useFormats()
  if (failed && isKnown) return <span className={styles.none}>{t('failed')}</span>
  if (!isKnown || !answer) return <span className={styles.saved}>&nbsp;</span>
  if (answer.savesSen > 0)
    return <span className={styles.saved}>{t('saves', { saved: aboutMoney(answer.savesSen) })}</span>
  return <span className={styles.none}>{t(answer.payableSen === 0 ? 'noTax' : 'savesNothing')}</span>
}
