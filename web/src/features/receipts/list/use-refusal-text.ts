import type { ApiProblem } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { type FieldName, fieldKinds } from '../../../ui/receipt-fields/field-kinds.ts'

const isField = (name: string): name is FieldName => name in fieldKinds

/** Why a receipt was left alone, in a few words that follow its name. */
export function useRefusalText(): (problem: ApiProblem) => string {
  const t = useTranslations('receipts.refusal')
  const fields = useTranslations('check.fields')
  const { shortDay } = useFormats()
  return (problem) => {
    switch (problem.code) {
      case 'validation_failed': {
        const names = (problem.errors ?? []).map(({ path }) => path.slice(1)).filter(isField)
        if (names.length === 1 && names[0] === 'currency') return t('currency')
        return names.length > 0
          ? t('missing', { fields: names.map((name) => fields(name)).join(', ') })
          : t('amounts')
      }
      case 'currency_unconfirmed':
        return t('currency')
      case 'confirmation_needed':
        return t('kept', { day: shortDay(String((problem as { retainUntil?: unknown }).retainUntil)) })
      case 'version_conflict':
        return t('changed')
      case 'paper_needed':
        return t('paper')
      case 'wrong_state':
        return t('state')
      case 'record_damaged':
        return t('damaged')
      case 'not_found':
        return t('gone')
      default:
        return problem.detail ?? problem.title
    }
  }
}
