import type { Receipt } from '../../../server/api-types.ts'
import { dayAt } from '../i18n/day.ts'
import { useFormats, useTranslations } from '../i18n/index.ts'

/** Why a receipt is not being read yet, in words; null: nothing keeps it. */
export function useWaitingText(waiting: Receipt['waiting']): { title: string; text: string } | null {
  const t = useTranslations('common.beingRead')
  const { longDay } = useFormats()
  if (!waiting) return null
  const { reason, before, limit, until } = waiting
  if (reason === 'turn')
    return { title: t('turn.title'), text: t('turn.text', { count: String(before ?? 0) }) }
  const day = until === null ? '' : longDay(dayAt(until))
  return { title: t(`${reason}.title`, { day }), text: t(`${reason}.text`, { limit: limit ?? 0 }) }
}

/** Says that a receipt is still to be read, and what it waits for. */
export function BeingRead({ receipt, className }: { receipt: Receipt; className: string | undefined }) {
  const t = useTranslations('common.beingRead')
  const waiting = useWaitingText(receipt.waiting)
  if (!receipt.reading) return null
  return (
    <p className={className} role="status">
      {waiting ? (
        <>
          <b>{waiting.title}.</b> {waiting.text}
        </>
      ) : (
        t('now')
      )}
    </p>
  )
}
