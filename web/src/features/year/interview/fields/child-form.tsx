import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Child } from '../../../../../../server/api-types.ts'
import { toDay } from '../../../../i18n/day.ts'
import { useTranslations } from '../../../../i18n/index.ts'
import { Button } from '../../../../ui/button.tsx'
import { type ChildDraft, childOf } from './child-draft.ts'
import styles from './children.module.css'
import { Choices } from './choices.tsx'
import { DayInput } from './day-input.tsx'
import fields from './fields.module.css'
import { MoneyInput } from './money-input.tsx'

interface ChildFormProps {
  year: number
  draft: ChildDraft
  /** There is no other child yet: nothing to go back to. */
  isFirst: boolean
  onDraft(draft: ChildDraft): void
  onKeep(child: Child): void
  onRemove(): void
  onCancel(): void
}

const STUDIES = ['none', 'pre-university', 'higher-education'] as const
/** From this age the studies of a child decide what it brings. */
const STUDENT_AGE = 17

/** One child, as far as the law asks: what depends on the age is asked once the day of birth is known. */
export function ChildForm({ year, draft, isFirst, onDraft, onKeep, onRemove, onCancel }: ChildFormProps) {
  const t = useTranslations('interview.child')
  const common = useTranslations('common')
  const wrongs = useTranslations('interview.wrong')
  const [showsWrong, setShowsWrong] = useState(false)
  const [died, setDied] = useState(draft.diedOn !== '')
  const { child, wrong } = childOf(draft, year)
  const bornIn = Number(toDay(draft.bornOn)?.slice(0, 4) ?? year)
  const isGrown = year - bornIn >= STUDENT_AGE
  const set = (change: Partial<ChildDraft>) => onDraft({ ...draft, ...change })
  const classNames = { input: fields.input ?? '', label: fields.label ?? '', description: fields.hint ?? '' }
  const check = (name: 'disabled' | 'married' | 'shared') => (
    <Checkbox
      className={styles.check}
      label={t(name)}
      checked={draft[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.checked })}
    />
  )
  return (
    <div className={styles.form}>
      <TextInput
        classNames={classNames}
        label={t('label')}
        description={t('labelHint')}
        maxLength={40}
        autoComplete="off"
        value={draft.label}
        onChange={({ currentTarget }) => set({ label: currentTarget.value })}
      />
      <TextInput
        classNames={classNames}
        label={t('bornOn')}
        description={t('bornOnHint')}
        autoComplete="off"
        value={draft.bornOn}
        error={showsWrong && wrong.bornOn && wrongs(wrong.bornOn, { year: String(year) })}
        onChange={({ currentTarget }) => set({ bornOn: currentTarget.value })}
      />
      {isGrown && (
        <Choices
          legend={t('study', { year: String(year) })}
          isShown
          options={STUDIES.map((value) => ({ value, label: t(value) }))}
          value={draft.study}
          onChange={(study) => set({ study: study as Child['study'] })}
        />
      )}
      {check('disabled')}
      {isGrown && check('married')}
      {isGrown && draft.married && (
        <DayInput
          label={t('marriedOn', { year: String(year) })}
          value={draft.marriedOn}
          error={showsWrong && wrong.marriedOn && wrongs(wrong.marriedOn)}
          onChange={(marriedOn) => set({ marriedOn })}
        />
      )}
      <Checkbox
        className={styles.check}
        label={t('died', { year: String(year) })}
        checked={died}
        onChange={({ currentTarget }) => {
          setDied(currentTarget.checked)
          set({ diedOn: '' })
        }}
      />
      {died && (
        <DayInput
          label={t('diedOn')}
          value={draft.diedOn}
          error={showsWrong && wrong.diedOn && wrongs(wrong.diedOn)}
          onChange={(diedOn) => set({ diedOn })}
        />
      )}
      {check('shared')}
      {(isGrown || draft.ownIncome !== '') && (
        <MoneyInput
          label={t('ownIncome')}
          value={draft.ownIncome}
          error={showsWrong && wrong.ownIncome && wrongs(wrong.ownIncome)}
          onChange={(ownIncome) => set({ ownIncome })}
        />
      )}
      <div className={styles.actions}>
        <Button
          look="tonal"
          height={44}
          onClick={() => {
            if (child) onKeep(child)
            else setShowsWrong(true)
          }}
        >
          {t('save')}
        </Button>
        {!isFirst && (
          <>
            <Button look="text" height={44} onClick={onCancel}>
              {common('cancel')}
            </Button>
            <Button look="text" height={44} onClick={onRemove}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
