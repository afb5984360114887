import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSetIncome } from '../../api/taxpayer.ts'
import { useTranslations } from '../../i18n/index.ts'
import { toSen } from '../../i18n/money.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './income-question.module.css'

/** Without an income nobody can say what a relief saves: one field asks for it. */
export function IncomeQuestion({ year }: { year: number }) {
  const t = useTranslations('home.income')
  const save = useSetIncome(year)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault()
        const sen = toSen(typed)
        setWrong(sen === undefined || sen <= 0)
        if (sen !== undefined && sen > 0) save.mutate(sen)
      }}
    >
      <TextInput
        classNames={{ input: styles.input ?? '', label: styles.label ?? '' }}
        label={t('question', { year: String(year) })}
        description={t('why')}
        placeholder="84,000"
        inputMode="decimal"
        autoComplete="off"
        leftSection="RM"
        value={typed}
        error={isWrong && t('wrong')}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" look="tonal" busy={save.isPending}>
        {t('save')}
      </Button>
      {save.error && <ProblemNotice error={save.error} />}
    </form>
  )
}
