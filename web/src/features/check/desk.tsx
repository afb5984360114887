import { IconCornerDownLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { Problem } from '../../api/problem.ts'
import { textQuery } from '../../api/queries.ts'
import { useCorrect } from '../../api/receipt-mutations.ts'
import { useTranslations } from '../../i18n/index.ts'
import { BeingRead } from '../../ui/being-read.tsx'
import { Button } from '../../ui/button.tsx'
import { DamagedNotice } from '../../ui/damaged-notice.tsx'
import { lacksPaper, PaperNeeded } from '../../ui/paper-needed.tsx'
import { marksOf } from '../../ui/picture/marks.ts'
import { Pages } from '../../ui/picture/pages.tsx'
import { PictureProblems } from '../../ui/picture-problems.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { isCurrencyOpen } from '../../ui/receipt-fields/asked-currency.tsx'
import type { FieldName } from '../../ui/receipt-fields/field-kinds.ts'
import { Fields } from '../../ui/receipt-fields/fields.tsx'
import { ReceiptMenu } from '../../ui/receipt-menu.tsx'
import { useDrafts } from '../../ui/use-drafts.ts'
import { CertificateNeeded } from './certificate-needed.tsx'
import styles from './check.module.css'
import type { CheckReceiptProps } from './check-receipt.tsx'
import { Conflict } from './conflict.tsx'
import { Decide } from './decide/decide.tsx'
import { fingerprint, type Part, partsOf, toAllocations } from './decide/parts.ts'
import { useCheckKeys } from './use-check-keys.ts'

/** One receipt on the desk: picture, fields, what it counts for, and one button. */
export function Desk({
  receipt,
  failure,
  hasNext,
  onAnswer,
  onDone,
  onLater,
  onStep,
}: CheckReceiptProps & { receipt: Receipt }) {
  const t = useTranslations('check')
  const [focused, setFocused] = useState<string>()
  const [focusedItems, setFocusedItems] = useState<number[]>([])
  const [changed, setChanged] = useState<{ from: string; parts: Part[] } | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const insert = useRef<((text: string) => void) | null>(null)
  const currencyAnswer = useRef<HTMLButtonElement>(null)
  const [isCurrencyMissed, setCurrencyMissed] = useState(false)
  const [canInsert, setCanInsert] = useState(false)
  const { drafts, setDraft, forget } = useDrafts(receipt.id)
  const { data: text } = useQuery({
    ...textQuery(receipt.id),
    enabled: receipt.files.length > 0 && !receipt.reading,
  })
  const correct = useCorrect()

  // A correction may bring another suggestion: what the person chose no longer fits it. The same one may come again,
  // as when what is known of the receipt is refreshed; then their choice stands.
  const offered = partsOf(receipt)
  const from = fingerprint(offered)
  const parts = changed?.from === from ? changed.parts : offered
  const marks = useMemo(
    () => [
      ...marksOf(receipt),
      ...focusedItems.flatMap((index) => {
        const item = receipt.items[index]
        return item ? [{ key: `item-${index}`, fileId: item.fileId, page: item.page, box: item.box }] : []
      }),
    ],
    [receipt, focusedItems],
  )

  function saveField(field: FieldName, value: string | number | null) {
    correct.mutate({ receipt, changes: { [field]: value } }, { onSuccess: () => forget(field) })
  }

  function next() {
    if (correct.isPending || isPaperless) return
    if (isCurrencyOpen(receipt)) {
      setCurrencyMissed(true)
      currencyAnswer.current?.focus()
      return
    }
    forget()
    onAnswer(receipt, toAllocations(parts))
  }

  useCheckKeys({ onNext: next, onStep })
  const problem = failure ?? correct.error
  const isConflict = problem instanceof Problem && problem.code === 'version_conflict'
  const isPaperless = lacksPaper(receipt)
  const isAsking = parts.some(({ question }) => question !== null)

  useEffect(() => {
    // A new receipt begins at its top.
    title.current?.focus({ preventScroll: true })
  }, [])

  return (
    <div className={styles.receipt} data-asking={isAsking || undefined}>
      <div className={styles.scroll}>
        <div className={styles.picture}>
          <Pages
            receipt={receipt}
            marks={marks}
            focused={focused ?? (focusedItems[0] === undefined ? undefined : `item-${focusedItems[0]}`)}
            pages={text?.pages}
            onText={canInsert ? (word) => insert.current?.(word) : undefined}
          />
        </div>
        <div className={styles.panel}>
          <h1 ref={title} tabIndex={-1} className={`${styles.title} part-title`}>
            {receipt.merchant ?? t('fields.missing')}
          </h1>
          <div className={styles.menu}>
            <ReceiptMenu receipt={receipt} onTrashed={onDone} />
          </div>
          {receipt.status === 'unreadable' && receipt.unreadableReason !== 'consolidated' && (
            <p className={styles.notice}>{t('unreadable')}</p>
          )}
          <BeingRead receipt={receipt} className={styles.notice} />
          <PaperNeeded receipt={receipt} look="filled" />
          <PictureProblems receipt={receipt} className={styles.notice} />
          <DamagedNotice receipt={receipt} />
          {isConflict ? (
            <Conflict receipt={receipt} drafts={drafts} onResolved={() => correct.reset()} />
          ) : (
            Boolean(problem) && <ProblemNotice error={problem} />
          )}
          <Fields
            receipt={receipt}
            drafts={drafts}
            onDraft={setDraft}
            onSave={saveField}
            onFocus={setFocused}
            currencyRef={currencyAnswer}
            isCurrencyMissed={isCurrencyMissed}
            registerInput={(use) => {
              insert.current = use
              setCanInsert(use !== null)
            }}
          />
          <Decide
            receipt={receipt}
            parts={parts}
            onChange={(next) => setChanged({ from, parts: next })}
            onFocusItems={setFocusedItems}
          />
          <CertificateNeeded receipt={receipt} parts={parts} />
        </div>
      </div>
      <footer className={styles.foot}>
        {hasNext && (
          <span className={styles.later}>
            <Button look="text" onClick={onLater}>
              {t('later')}
            </Button>
          </span>
        )}
        <Button
          height={54}
          full
          busy={correct.isPending}
          disabled={isPaperless}
          onClick={({ detail }) => {
            // The second click of a double click would confirm the next receipt, which nobody has seen yet.
            if (detail <= 1) next()
          }}
          rightSection={<IconCornerDownLeft size={20} stroke={1.7} aria-hidden />}
        >
          {t('next')}
        </Button>
      </footer>
    </div>
  )
}
