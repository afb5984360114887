import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import { AskedCurrency, isCurrencyOpen } from './asked-currency.tsx'
import { doubtOf } from './doubt.ts'
import { FieldChip } from './field-chip.tsx'
import { type FieldName, furtherFields } from './field-kinds.ts'
import styles from './fields.module.css'
import { OfferedRinggit } from './offered-ringgit.tsx'
import { OtherNames } from './other-names.tsx'

export interface FieldsProps {
  receipt: Receipt
  drafts: Record<string, string>
  onDraft(field: FieldName, text: string | null): void
  onSave(field: FieldName, value: string | number | null): void
  onFocus(field: FieldName | undefined): void
  /** Takes text tapped on the picture; left out where nothing can be tapped. */
  registerInput?: (insert: ((text: string) => void) | null) => void
  /** The button that answers which currency it is, where that is asked. */
  currencyRef?: Ref<HTMLButtonElement>
  /** A person tried to go on although the currency is asked. */
  isCurrencyMissed?: boolean
}

/** Shop, day and total; the rest one tap away. */
export function Fields(props: FieldsProps) {
  const { receipt, drafts, onDraft, onSave, onFocus, registerInput, currencyRef, isCurrencyMissed } = props
  const t = useTranslations('check.fields')
  const isForeign = receipt.currency !== null && receipt.currency !== 'MYR'
  // An amount means nothing without its currency, so one in doubt stands beside the total; so does that of a receipt
  // which is typed in.
  const isCurrencyShown =
    doubtOf(receipt, 'currency') !== null || isForeign || receipt.status === 'unreadable'
  const further = furtherFields.filter((name) => name !== 'currency' || !isCurrencyShown)
  const [isMore, setMore] = useState(further.some((name) => drafts[name] !== undefined))
  const chip = (name: FieldName) => (
    <FieldChip
      key={`${receipt.id}-${name}`}
      receipt={receipt}
      name={name}
      draft={drafts[name]}
      onDraft={(text) => onDraft(name, text)}
      onSave={(value) => onSave(name, value)}
      onFocus={() => onFocus(name)}
      onBlur={() => onFocus(undefined)}
      {...(registerInput && { registerInput })}
    />
  )
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        {chip('merchant')}
        <OtherNames receipt={receipt} />
      </div>
      {chip('date')}
      {chip('totalSen')}
      {isCurrencyOpen(receipt) ? (
        <AskedCurrency
          isMissed={isCurrencyMissed ?? false}
          answerRef={currencyRef}
          onRinggit={() => onSave('currency', 'MYR')}
        >
          {chip('currency')}
        </AskedCurrency>
      ) : (
        isCurrencyShown && <div className={styles.wide}>{chip('currency')}</div>
      )}
      {isForeign && <div className={styles.wide}>{chip('myrSen')}</div>}
      <OfferedRinggit receipt={receipt} onTake={(sen) => onSave('myrSen', sen)} />
      {isMore &&
        further.map((name) => (
          <div key={name} className={name === 'note' ? styles.wide : undefined}>
            {chip(name)}
          </div>
        ))}
      <UnstyledButton className={styles.more} aria-expanded={isMore} onClick={() => setMore(!isMore)}>
        {t(isMore ? 'less' : 'more')}
        <IconChevronDown className={styles.chevron} data-open={isMore || undefined} size={18} aria-hidden />
      </UnstyledButton>
    </div>
  )
}
