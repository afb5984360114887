import { CloseButton } from '@mantine/core'
import { IconCheck, IconRestore, IconTrash } from '@tabler/icons-react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './chosen-bar.module.css'
import { ExportChosen } from './export-chosen.tsx'
import { countedSen } from './receipt-facts.ts'
import type { useBulkActions } from './use-bulk-actions.ts'
import type { Selection } from './use-selection.ts'

interface Props {
  selection: Selection
  /** How many receipts have been listed. */
  listed: number
  isTrash: boolean
  actions: Pick<ReturnType<typeof useBulkActions>, 'run' | 'isBusy'>
  onClose(): void
}

/** What is done with the chosen receipts, floating over the list. */
export function ChosenBar({ selection, listed, isTrash, actions, onClose }: Props) {
  const t = useTranslations('receipts')
  const { shortMoney } = useFormats()
  const { chosen } = selection
  const open = chosen.filter(({ status }) => status !== 'confirmed')
  const sum = chosen.reduce((total, receipt) => total + countedSen(receipt), 0)
  return (
    <section className={styles.bar} aria-label={t('chosenPlain', { count: String(chosen.length) })}>
      <p className={styles.text}>
        {sum > 0
          ? t('chosen', { count: String(chosen.length), amount: shortMoney(sum) })
          : t('chosenPlain', { count: String(chosen.length) })}
      </p>
      {chosen.length < listed && (
        <button type="button" className={`${styles.action} ${styles.all}`} onClick={selection.all}>
          {t('chooseAll', { count: String(listed) })}
        </button>
      )}
      {isTrash ? (
        <button
          type="button"
          className={styles.action}
          disabled={actions.isBusy}
          onClick={() => void actions.run('restore', chosen)}
        >
          <IconRestore size={20} stroke={1.7} aria-hidden /> {t('restore')}
        </button>
      ) : (
        <>
          {open.length > 0 && (
            <button
              type="button"
              className={styles.action}
              disabled={actions.isBusy}
              onClick={() => void actions.run('confirm', open)}
            >
              <IconCheck size={20} stroke={1.7} aria-hidden /> {t('confirm')}
            </button>
          )}
          <ExportChosen ids={chosen.map(({ id }) => id)} />
          <button
            type="button"
            className={styles.action}
            disabled={actions.isBusy}
            onClick={() => void actions.run('trash', chosen)}
          >
            <IconTrash size={20} stroke={1.7} aria-hidden /> {t('trash')}
          </button>
        </>
      )}
      <CloseButton className={styles.close ?? ''} aria-label={t('unselect')} onClick={onClose} />
    </section>
  )
}
