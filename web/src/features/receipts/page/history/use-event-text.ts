import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '../../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../../i18n/index.ts'
import { type FieldName, fieldKinds } from '../../../../ui/receipt-fields/field-kinds.ts'
import { findRelief } from '../../../../ui/relief-names.ts'
import type { Allocated, Event } from './events.ts'

/** What happened, in a sentence. */
export function useEventText(receipt: Receipt): (event: Event) => string {
  const t = useTranslations('receipts.page.history')
  const fields = useTranslations('check.fields')
  const { exactMoney, longDay, nameOf, listOf } = useFormats()
  const year = receipt.yearOfAssessment
  const { data: reliefs } = useQuery({ ...reliefsQuery(year ?? 0), enabled: year !== null })

  const shown = (field: FieldName, value: unknown) => {
    if (value === null || value === undefined || value === '') return t('nothing')
    if (fieldKinds[field] === 'amount')
      return exactMoney(Number(value), field === 'myrSen' ? 'MYR' : receipt.currency)
    return fieldKinds[field] === 'day' ? longDay(String(value)) : String(value)
  }
  const part = ({ relief, sen }: Allocated[number]) => {
    if (relief === null) return t('partNot', { amount: exactMoney(sen) })
    const head = reliefs && findRelief(reliefs, relief)
    return t('part', { amount: exactMoney(sen), relief: head ? nameOf(head.shortName) : relief })
  }
  const parts = (all: Allocated) => (all.length === 0 ? t('undecided') : listOf(all.map(part)))

  return (event) => {
    switch (event.kind) {
      case 'added':
        return t(`added.${event.how}`)
      case 'read': {
        const names = event.fields.map((name, at) => (at === 0 ? fields(name) : lowered(fields(name))))
        if (event.lines > 0) names.push(t('lines', { count: event.lines }))
        return t(event.einvoice ? 'readInvoice' : 'read', { what: listOf(names), count: names.length })
      }
      case 'file':
        return t(`file.${event.role}`)
      case 'set':
        return t('set', { field: lowered(fields(event.field)), new: shown(event.field, event.now) })
      case 'changed':
        return t('changed', {
          field: lowered(fields(event.field)),
          old: shown(event.field, event.old),
          new: shown(event.field, event.now),
        })
      case 'allocated':
        return event.old.length === 0
          ? t('allocated', { now: parts(event.now) })
          : t('reallocated', { old: parts(event.old), now: parts(event.now) })
      case 'split':
        return t('split', { count: event.count })
      case 'merged':
        return t('merged', { count: event.count })
      case 'linked':
        return t(event.receiptId === null ? 'unlinked' : 'linked')
      default:
        return t(event.kind)
    }
  }
}

/** As it stands inside a sentence. */
const lowered = (name: string) => name.slice(0, 1).toLowerCase() + name.slice(1)
