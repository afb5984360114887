import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Receipt } from '../../../../../../server/api-types.ts'
import { refundsQuery } from '../../../../api/queries.ts'
import { useLinkRefund } from '../../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../../i18n/index.ts'
import { Button } from '../../../../ui/button.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { LinkedReceipt } from './linked-receipt.tsx'
import styles from './refunds.module.css'

const ChoosePurchase = lazy(async () => ({
  default: (await import('./choose-purchase.tsx')).ChoosePurchase,
}))

/** Whether it gives money back: a credit or refund note, or less than nothing. */
function isRefund({ einvoice, currency, totalSen, myrSen }: Receipt) {
  const isNote = einvoice?.source === 'file' && (einvoice.type === '02' || einvoice.type === '04')
  return isNote || ((currency === 'MYR' ? totalSen : myrSen) ?? 0) < 0
}

/** What a receipt gives money back for, and what gives money back for it. */
export function Refunds({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page.refunds')
  const { data } = useQuery(refundsQuery(receipt.id))
  const isBack = isRefund(receipt)
  if (!data || (!isBack && data.refunds.length === 0)) return null
  return (
    <section aria-labelledby="refunds">
      <h2 id="refunds" className="part-title">
        {t(isBack ? 'of' : 'back')}
      </h2>
      {isBack ? (
        <Original receipt={receipt} original={data.original} />
      ) : (
        <ul className={styles.list}>
          {data.refunds.map((refund) => (
            <li key={refund.id}>
              <LinkedReceipt row={refund} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type Row = NonNullable<Parameters<typeof LinkedReceipt>[0]['row']>

/** The purchase, linked and unlinked here. */
function Original({ receipt, original }: { receipt: Receipt; original: Row | null }) {
  const t = useTranslations('receipts.page.refunds')
  const [isChoosing, setChoosing] = useState(false)
  const { mutate, isPending, error } = useLinkRefund()
  const canChange = receipt.trashedAt === null && !receipt.damaged
  return (
    <>
      {original ? (
        <div className={styles.list}>
          <LinkedReceipt row={original} />
        </div>
      ) : (
        <p className="soft">{t(receipt.refundOf ? 'none' : 'unknown')}</p>
      )}
      {original?.trashedAt && <p className="note">{t('trashed')}</p>}
      {canChange && (
        <div className={styles.ways}>
          <Button look="outline" height={44} disabled={isPending} onClick={() => setChoosing(true)}>
            {t(original ? 'another' : 'choose')}
          </Button>
          {original && (
            <Button
              look="text"
              height={44}
              busy={isPending}
              onClick={() => mutate({ receipt, receiptId: null })}
            >
              {t('unlink')}
            </Button>
          )}
        </div>
      )}
      {error && <ProblemNotice error={error} />}
      <Suspense>
        {isChoosing && (
          <ChoosePurchase
            receipt={receipt}
            onClose={() => setChoosing(false)}
            onPick={(receiptId) => {
              setChoosing(false)
              mutate({ receipt, receiptId })
            }}
          />
        )}
      </Suspense>
    </>
  )
}
