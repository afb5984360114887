import type { ReactNode, Ref } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Button } from '../button.tsx'
import { doubtOf } from './doubt.ts'
import styles from './fields.module.css'

/** Whether a person has to say which currency it is before the receipt can be confirmed. */
export const isCurrencyOpen = (receipt: Receipt) =>
  receipt.currency === null || (receipt.currency === 'MYR' && doubtOf(receipt, 'currency') !== null)

export interface AskedCurrencyProps {
  /** The field for any other currency. */
  children: ReactNode
  /** A person tried to go on without an answer. */
  isMissed: boolean
  answerRef?: Ref<HTMLButtonElement> | undefined
  onRinggit(): void
}

/** Asks which currency it is where the receipt does not tell; ringgit is one tap. */
export function AskedCurrency({ children, isMissed, answerRef, onRinggit }: AskedCurrencyProps) {
  const t = useTranslations('check.fields')
  return (
    <div className={styles.asked}>
      <p
        className={styles.question}
        data-missed={isMissed || undefined}
        role={isMissed ? 'alert' : undefined}
      >
        {t(isMissed ? 'sayCurrency' : 'isRinggit')}
      </p>
      {children}
      <Button look="tonal" height={54} full ref={answerRef} onClick={onRinggit}>
        {t('yesRinggit')}
      </Button>
    </div>
  )
}
