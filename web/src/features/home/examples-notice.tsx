import { useRemoveExamples } from '../../api/examples.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './examples-notice.module.css'

/** Says that examples are among the receipts, and takes them away with one tap. */
export function ExamplesNotice({ count }: { count: number }) {
  const t = useTranslations('home.examples')
  const remove = useRemoveExamples()
  if (count === 0) return null
  return (
    <div className={styles.notice}>
      <p>{t('among', { count })}</p>
      <Button look="text" height={44} busy={remove.isPending} onClick={() => remove.mutate()}>
        {t('remove')}
      </Button>
      {remove.error && <ProblemNotice error={remove.error} />}
    </div>
  )
}
