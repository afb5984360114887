import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Receipt } from '../../../../../server/api-types.ts'
import { textQuery } from '../../../api/queries.ts'
import { useCorrect } from '../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { BeingRead } from '../../../ui/being-read.tsx'
import { DamagedNotice } from '../../../ui/damaged-notice.tsx'
import { IconLink } from '../../../ui/icon-link.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PaperNeeded } from '../../../ui/paper-needed.tsx'
import { marksOf } from '../../../ui/picture/marks.ts'
import { Pages } from '../../../ui/picture/pages.tsx'
import { PictureProblems } from '../../../ui/picture-problems.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Fields } from '../../../ui/receipt-fields/fields.tsx'
import { ReceiptMenu } from '../../../ui/receipt-menu.tsx'
import { isLocked, Unlock } from '../../../ui/unlock.tsx'
import { useDrafts } from '../../../ui/use-drafts.ts'
import { CertificateMissing } from './certificate-missing.tsx'
import { CountsFor } from './counts-for.tsx'
import { Files } from './files.tsx'
import { foundKey, foundMarks, hasPages } from './found.ts'
import { History } from './history/history.tsx'
import { Proposal } from './proposal.tsx'
import { ReadAgainResult } from './read-again-result.tsx'
import styles from './receipt-sheet.module.css'
import { Refunds } from './refunds/refunds.tsx'
import { Suspects } from './suspects.tsx'
import { Trashed } from './trashed.tsx'

interface Props {
  receipt: Receipt
  /** What was searched for: shown where it stands on the picture. */
  text: string | undefined
}

/** Everything known about a receipt, beside its picture. */
export function ReceiptSheet({ receipt, text }: Props) {
  const t = useTranslations('receipts')
  const [focused, setFocused] = useState<string>()
  const [before, setBefore] = useState<Receipt | null>(null)
  const { drafts, setDraft, forget } = useDrafts(receipt.id)
  const correct = useCorrect()
  const { data: pages } = useQuery({
    ...textQuery(receipt.id),
    enabled: text !== undefined && hasPages(receipt),
  })
  const found = useMemo(() => (text && pages ? foundMarks(text, pages.pages) : []), [text, pages])
  const isTrashed = receipt.trashedAt !== null
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <IconLink
          to="/app/receipts"
          search={{ ...(isTrashed && { trash: true }), ...(text !== undefined && { text }) }}
          aria-label={t('page.back')}
        >
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <span className="question">{t('page.back')}</span>
        {!isTrashed && <ReceiptMenu receipt={receipt} onReadAgain={() => setBefore(receipt)} />}
      </header>
      <div className={styles.picture} data-empty={receipt.files.length === 0 || undefined}>
        <Pages
          receipt={receipt}
          marks={[...marksOf(receipt), ...found]}
          focused={focused ?? (found.length > 0 ? foundKey(0) : undefined)}
        />
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
        {text !== undefined && found.length > 0 && (
          <p className="note" role="status">
            {t('page.found', { text, count: found.length })}
          </p>
        )}
        {isTrashed && <Trashed receipt={receipt} />}
        <DamagedNotice receipt={receipt} />
        {!isTrashed && isLocked(receipt) && <Unlock receipt={receipt} />}
        {!isTrashed && !before && <BeingRead receipt={receipt} className={styles.notice} />}
        {!isTrashed && <PaperNeeded receipt={receipt} />}
        {!isTrashed && <PictureProblems receipt={receipt} className={styles.notice} />}
        {correct.error && <ProblemNotice error={correct.error} />}
        <Suspects receipt={receipt} />
        <Proposal receipt={receipt} />
        {before && <ReadAgainResult before={before} receipt={receipt} onClose={() => setBefore(null)} />}
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
        {!isTrashed && <CertificateMissing receipt={receipt} />}
        <Refunds receipt={receipt} />
        <History receipt={receipt} />
        <Files receipt={receipt} />
      </div>
    </article>
  )
}
