import type { Receipt } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'

/** How many of an item at what price, and what was taken off, as far as the receipt says so. */
export function ItemFigures({ item }: { item: Receipt['items'][number] | undefined }) {
  const t = useTranslations('check.split')
  const { amount } = useFormats()
  if (!item) return null
  const { quantity, unitPriceSen, discountSen } = item
  const figures = [
    quantity !== null && unitPriceSen !== null && quantity !== 1
      ? `${quantity} × ${amount(unitPriceSen)}`
      : quantity !== null && quantity !== 1
        ? `${quantity} ×`
        : null,
    discountSen ? t('off', { amount: amount(discountSen) }) : null,
  ].filter((figure) => figure !== null)
  return figures.length === 0 ? null : <small className="soft">{figures.join(', ')}</small>
}
