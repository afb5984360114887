import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Receipt } from '../../../../../server/api-types.ts'
import { useCorrect } from '../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { DamagedNotice } from '../../../ui/damaged-notice.tsx'
import { IconLink } from '../../../ui/icon-link.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { marksOf } from '../../../ui/picture/marks.ts'
import { Pages } from '../../../ui/picture/pages.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Fields } from '../../../ui/receipt-fields/fields.tsx'
import { ReceiptMenu } from '../../../ui/receipt-menu.tsx'
import { useDrafts } from '../../../ui/use-drafts.ts'
import { CountsFor } from './counts-for.tsx'
import { Files } from './files.tsx'
import { History } from './history.tsx'
import { Proposal } from './proposal.tsx'
import styles from './receipt-sheet.module.css'
import { Trashed } from './trashed.tsx'

export function ReceiptSheet({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts')
  const [focused, setFocused] = useState<string>()
  const { drafts, setDraft, forget } = useDrafts(receipt.id)
  const correct = useCorrect()
  const isTrashed = receipt.trashedAt !== null
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <IconLink to="/app/receipts" search={isTrashed ? { trash: true } : {}} aria-label={t('page.back')}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <span className="question">{t('page.back')}</span>
        {!isTrashed && <ReceiptMenu receipt={receipt} />}
      </header>
      <div className={styles.picture}>
        <Pages receipt={receipt} marks={marksOf(receipt)} focused={focused} />
      </div>
      <div className={styles.facts}>
        <div className={styles.title}>
          <h1 className="page-title">{receipt.merchant ?? t('noShop')}</h1>
          {receipt.status === 'confirmed' && (
            <p className={styles.confirmed}>
              <IconCheck size={18} stroke={2} aria-hidden /> {t('page.confirmed')}
            </p>
          )}
        </div>
        {isTrashed && <Trashed receipt={receipt} />}
        <DamagedNotice receipt={receipt} />
        {correct.error && <ProblemNotice error={correct.error} />}
        <Proposal receipt={receipt} />
        {!isTrashed && receipt.status !== 'confirmed' && (
          <LinkButton to="/app/check/{-$id}" params={{ id: receipt.id }}>
            {t('page.check')}
          </LinkButton>
        )}
        {!isTrashed && (
          <Fields
            receipt={receipt}
            drafts={drafts}
            onDraft={setDraft}
            onSave={(field, value) =>
              correct.mutate({ receipt, changes: { [field]: value } }, { onSuccess: () => forget(field) })
            }
            onFocus={setFocused}
          />
        )}
        <CountsFor receipt={receipt} />
        <History receipt={receipt} />
        <Files receipt={receipt} />
      </div>
    </article>
  )
}
