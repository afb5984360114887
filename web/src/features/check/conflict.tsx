import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { keys } from '../../api/keys.ts'
import { useCorrect } from '../../api/receipt-mutations.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { type FieldName, fieldKinds, parseTyped } from '../../ui/receipt-fields/field-kinds.ts'
import styles from './check.module.css'

interface Props {
  receipt: Receipt
  drafts: Record<string, string>
  onResolved(): void
}

/** Somebody else was faster: both values side by side, and a button for each. What was typed here is still here. */
export function Conflict({ receipt, drafts, onResolved }: Props) {
  const t = useTranslations('check.conflict')
  const fields = useTranslations('check.fields')
  const client = useQueryClient()
  const correct = useCorrect()
  useEffect(() => {
    void client.invalidateQueries({ queryKey: keys.receipt(receipt.id) })
  }, [client, receipt.id])

  const typed = Object.entries(drafts) as [FieldName, string][]
  return (
    <div className={styles.notice} role="alert">
      <b>{t('title')}</b>
      {typed.map(([field, mine]) => (
        <p key={field}>{t('text', { field: fields(field), theirs: String(receipt[field] ?? '–'), mine })}</p>
      ))}
      <Button
        look="text"
        height={44}
        onClick={() => {
          const changes = Object.fromEntries(
            typed.flatMap(([field, text]) => {
              const parsed = parseTyped(fieldKinds[field], text)
              return 'wrong' in parsed ? [] : [[field, parsed.value]]
            }),
          )
          correct.mutate({ receipt, changes }, { onSuccess: onResolved })
        }}
      >
        {t('mine')}
      </Button>
      <Button look="text" height={44} onClick={onResolved}>
        {t('theirs')}
      </Button>
    </div>
  )
}
