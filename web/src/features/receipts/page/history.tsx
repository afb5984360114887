import type { Receipt } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { type FieldName, fieldKinds } from '../../../ui/receipt-fields/field-kinds.ts'
import styles from './receipt-sheet.module.css'

type Correction = Receipt['history'][number]

const isField = (name: string): name is FieldName => name in fieldKinds

/** Everything that happened to a receipt, in words, oldest first. */
export function History({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page')
  const fields = useTranslations('check.fields')
  const { exactMoney, longDay, instant } = useFormats()

  const shown = (field: FieldName, value: unknown) => {
    if (value === null || value === undefined || value === '') return t('history.nothing')
    if (fieldKinds[field] === 'amount') return exactMoney(Number(value))
    return fieldKinds[field] === 'day' ? longDay(String(value)) : String(value)
  }
  const textOf = ({ field, old, new: now }: Correction) => {
    if (field === 'record') return t('history.damaged')
    if (!isField(field)) return t('history.allocated')
    const isFirst = old === null || old === undefined || old === ''
    return isFirst
      ? t('history.set', { field: fields(field), new: shown(field, now) })
      : t('history.changed', { field: fields(field), old: shown(field, old), new: shown(field, now) })
  }
  const events = [
    { at: receipt.createdAt, text: t('history.uploaded') },
    ...receipt.history.map((correction) => ({ at: correction.at, text: textOf(correction) })),
    ...(receipt.confirmedAt ? [{ at: receipt.confirmedAt, text: t('history.confirmed') }] : []),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))

  return (
    <section aria-labelledby="happened">
      <h2 id="happened" className="part-title">
        {t('happened')}
      </h2>
      <dl className={styles.history}>
        {events.map(({ at, text }) => (
          <Event key={`${at} ${text}`} when={instant(at)} text={text} />
        ))}
      </dl>
    </section>
  )
}

function Event({ when, text }: { when: string; text: string }) {
  return (
    <>
      <dt>{when}</dt>
      <dd>{text}</dd>
    </>
  )
}
