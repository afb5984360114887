import type { TaxReturnLine } from '../../../../../server/api-types.ts'
import { useTranslations } from '../../../i18n/index.ts'
import styles from './form-line-row.module.css'

/** The number of an item; an asterisk marks one that follows from another form or year. */
export function ItemNumber({ line }: { line: Pick<TaxReturnLine, 'item' | 'certainty'> }) {
  const t = useTranslations('file.line')
  const { item, certainty } = line
  return (
    <span className={styles.item}>
      {item !== null &&
        (certainty === 'derived' ? (
          <>
            <span aria-hidden="true">{item}*</span>
            <span className="sr-only">{t('derived', { item })}</span>
          </>
        ) : (
          item
        ))}
    </span>
  )
}
