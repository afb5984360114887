import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '../../../../server/api-types.ts'
import { receiptQuery } from '../../api/queries.ts'
import { useSettleDuplicate, useTrash } from '../../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './duplicates.module.css'

/** The first suspected copy, side by side with this receipt, and what each answer does. */
export function Duplicates({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('check.duplicate')
  const settle = useSettleDuplicate()
  const trash = useTrash()
  const settled = new Set(receipt.duplicateVerdicts.map(({ of }) => of))
  const suspect = receipt.duplicateSuspects.find(({ id }) => !settled.has(id))
  const { data: other } = useQuery({ ...receiptQuery(suspect?.id ?? ''), enabled: suspect !== undefined })
  if (!suspect || !other) return null

  const answer = (verdict: 'same' | 'different') =>
    settle.mutate(
      { receipt, of: suspect.id, verdict },
      // Of two that are the same the one in hand goes: the other may be confirmed already.
      { onSuccess: (saved) => verdict === 'same' && trash.mutate(saved) },
    )
  const isBusy = settle.isPending || trash.isPending
  return (
    <section className={styles.duplicates} aria-label={t('title')}>
      <h2 className="question">{t('title')}</h2>
      <div className={styles.pair}>
        <Side title={t('this')} receipt={receipt} />
        <Side title={t('other')} receipt={other} />
      </div>
      <div className={styles.answers}>
        <Button look="outline" height={44} busy={isBusy} onClick={() => answer('same')}>
          {t('same')}
        </Button>
        <Button look="outline" height={44} busy={isBusy} onClick={() => answer('different')}>
          {t('different')}
        </Button>
      </div>
      <p className="note">
        {t('same')}: {t('sameText')} {t('different')}: {t('differentText')}
      </p>
      {(settle.error ?? trash.error) && <ProblemNotice error={settle.error ?? trash.error} />}
    </section>
  )
}

function Side({ title, receipt }: { title: string; receipt: Receipt }) {
  const missing = useTranslations('check.fields')('missing')
  const { exactMoney, longDay } = useFormats()
  const { merchant, date, totalSen, currency, receiptNumber } = receipt
  return (
    <figure className={styles.side}>
      <figcaption className="note">{title}</figcaption>
      <Thumbnail id={receipt.id} kind={receipt.files.length === 0 ? 'none' : 'picture'} size="stack" />
      <dl>
        <dd>
          <b>{merchant ?? missing}</b>
        </dd>
        <dd>{date ? longDay(date) : missing}</dd>
        <dd>{totalSen === null ? missing : exactMoney(totalSen, currency)}</dd>
        <dd className="soft">{receiptNumber ?? missing}</dd>
      </dl>
    </figure>
  )
}
