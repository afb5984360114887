import type { Receipt } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../button.tsx'
import styles from './fields.module.css'

/** What a foreign e-invoice comes to in ringgit by the rate it states, to be taken by a press. */
export function OfferedRinggit({ receipt, onTake }: { receipt: Receipt; onTake(sen: number): void }) {
  const t = useTranslations('check.fields')
  const { exactMoney } = useFormats()
  const { einvoice, currency, myrSen } = receipt
  const exchange = einvoice?.source === 'file' ? einvoice.exchange : undefined
  if (!exchange || currency === 'MYR' || myrSen !== null) return null
  return (
    <div className={styles.wide}>
      <Button look="tonal" height={44} onClick={() => onTake(exchange.myrSen)}>
        {t('takeRinggit', { amount: exactMoney(exchange.myrSen, 'MYR'), rate: String(exchange.rate) })}
      </Button>
    </div>
  )
}
