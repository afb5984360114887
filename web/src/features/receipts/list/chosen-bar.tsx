import { CloseButton } from '@mantine/core'
import { IconCheck, IconDownload, IconRestore, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type BulkAction, useBulk } from '../../../api/bulk.ts'
import { downloadChosen } from '../../../api/download.ts'
import { useFormats, useLanguage, useTranslations } from '../../../i18n/index.ts'
import { useProblemText } from '../../../ui/problem-notice.tsx'
import { useUndo } from '../../../ui/undo.tsx'
import styles from './chosen-bar.module.css'
import { countedSen } from './receipt-facts.ts'
import type { Selection } from './use-selection.ts'

/** What is done with the chosen receipts, floating over the list. */
export function ChosenBar({ selection, isTrash }: { selection: Selection; isTrash: boolean }) {
  const t = useTranslations('receipts')
  const { shortMoney } = useFormats()
  const { language } = useLanguage()
  const textOf = useProblemText()
  const bulk = useBulk()
  const { offer } = useUndo()
  const [said, setSaid] = useState('')
  const { chosen } = selection
  if (chosen.length === 0)
    return said ? (
      <p className={styles.said} role="status">
        {said}
      </p>
    ) : null

  const run = (action: BulkAction) =>
    bulk.mutate(
      { action, receipts: chosen },
      {
        onSuccess: ({ results }) => {
          const refused = results.flatMap((one) => (one.status === 'refused' ? [one] : []))
          const done = results.flatMap((one) => (one.status === 'done' ? [one] : []))
          selection.clear()
          const [first] = refused
          setSaid(
            first
              ? t('refused', { count: refused.length, reason: first.problem.detail ?? first.problem.title })
              : '',
          )
          if (action === 'trash' && done.length > 0) {
            offer(t('trashed', { count: done.length }), () =>
              bulk.mutate({ action: 'restore', receipts: done }),
            )
          } else if (!first) setSaid(t('done', { count: done.length }))
        },
        onError: (error) => setSaid(textOf(error)),
      },
    )
  const sum = chosen.reduce((total, receipt) => total + countedSen(receipt), 0)
  return (
    <section className={styles.bar} aria-label={t('chosenPlain', { count: String(chosen.length) })}>
      <p className={styles.text}>
        {sum > 0
          ? t('chosen', { count: String(chosen.length), amount: shortMoney(sum) })
          : t('chosenPlain', { count: String(chosen.length) })}
      </p>
      {isTrash ? (
        <button type="button" className={styles.action} onClick={() => run('restore')}>
          <IconRestore size={20} stroke={1.7} aria-hidden /> {t('restore')}
        </button>
      ) : (
        <>
          <button type="button" className={styles.action} onClick={() => run('confirm')}>
            <IconCheck size={20} stroke={1.7} aria-hidden /> {t('confirm')}
          </button>
          <button
            type="button"
            className={styles.action}
            onClick={() =>
              void downloadChosen(
                chosen.map(({ id }) => id),
                language,
              ).catch((error) => setSaid(textOf(error)))
            }
          >
            <IconDownload size={20} stroke={1.7} aria-hidden /> {t('exportChosen')}
          </button>
          <button type="button" className={styles.action} onClick={() => run('trash')}>
            <IconTrash size={20} stroke={1.7} aria-hidden /> {t('trash')}
          </button>
        </>
      )}
      <CloseButton className={styles.close ?? ''} aria-label={t('unselect')} onClick={selection.clear} />
    </section>
  )
}
