import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Receipt } from '../../../../../../server/api-types.ts'
import { purchasesQuery } from '../../../../api/queries.ts'
import { useTranslations } from '../../../../i18n/index.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { PurchaseFacts } from './purchase-facts.tsx'
import styles from './refunds.module.css'

interface Props {
  receipt: Receipt
  onPick(receiptId: string): void
  onClose(): void
}

/** Milliseconds without a key before the list follows. */
const PAUSE = 250

/** Finds the purchase that money was given back for; it begins with the receipts of the same shop. */
export function ChoosePurchase({ receipt, onPick, onClose }: Props) {
  const t = useTranslations('receipts.page.refunds')
  const common = useTranslations('common')
  const [typed, setTyped] = useState(receipt.merchant ?? '')
  const [text] = useDebouncedValue(typed.trim(), PAUSE)
  const { data: found, error } = useQuery({ ...purchasesQuery(text), placeholderData: keepPreviousData })
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <TextInput
        type="search"
        label={t('search')}
        value={typed}
        data-autofocus
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      <ul className={styles.list}>
        {found
          ?.filter(({ id }) => id !== receipt.id)
          .map((row) => (
            <li key={row.id}>
              <button type="button" className={styles.row} onClick={() => onPick(row.id)}>
                <PurchaseFacts row={row} />
              </button>
            </li>
          ))}
      </ul>
      {found?.length === 0 && <p className="soft">{t('nothing')}</p>}
    </Modal>
  )
}
