import { IconEqual, IconEqualNot, IconQuestionMark } from '@tabler/icons-react'
import type { Receipt } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import styles from './compare.module.css'
import { type ComparedField, comparedFields, type Likeness, likenessOf, likenessOfLines } from './facts.ts'

const SIGNS = { same: IconEqual, different: IconEqualNot, unknown: IconQuestionMark } as const

interface Props {
  first: Receipt
  second: Receipt
  onFocus(field: ComparedField | undefined): void
}

/** Value by value: the same, different, or not known of one of them, and of which. */
export function Comparison({ first, second, onFocus }: Props) {
  const t = useTranslations('check.duplicate')
  const fields = useTranslations('check.fields')
  const { exactMoney, longDay } = useFormats()
  const shown = (receipt: Receipt, field: ComparedField) => {
    const value = receipt[field]
    if (value === null) return fields('missing')
    if (field === 'totalSen') return exactMoney(Number(value), receipt.currency)
    return field === 'date' ? longDay(String(value)) : String(value)
  }
  const lines = likenessOfLines(first, second)
  const rows = comparedFields.map((field) => {
    const likeness = likenessOf(first, second, field)
    const [a, b] = [shown(first, field), shown(second, field)]
    const text = likeness === 'different' ? `${a} / ${b}` : first[field] === null ? b : a
    const lacking = [first, second].filter((receipt) => receipt[field] === null)
    const note =
      likeness !== 'unknown'
        ? null
        : lacking.length === 2
          ? t('lacking.both')
          : t(lacking[0] === first ? 'lacking.first' : 'lacking.second')
    return { field, likeness, text, note }
  })
  const all = [...rows.map(({ likeness }) => likeness), lines]
  return (
    <>
      <dl className={styles.rows}>
        {rows.map(({ field, likeness, text, note }) => (
          <div
            key={field}
            className={styles.row}
            onPointerEnter={() => onFocus(field)}
            onPointerLeave={() => onFocus(undefined)}
          >
            <dt>{fields(field)}</dt>
            <dd>
              <b>{text}</b>
              {note && <span className={styles.doubt}>{note}</span>}
            </dd>
            <Sign likeness={likeness} />
          </div>
        ))}
        {lines !== 'unknown' && (
          <div className={styles.row}>
            <dt>{t('lines')}</dt>
            <dd>
              <b>
                {lines === 'same'
                  ? t('sameLines', { count: first.items.length })
                  : `${first.items.length} / ${second.items.length}`}
              </b>
            </dd>
            <Sign likeness={lines} />
          </div>
        )}
      </dl>
      <p className="soft">{t(all.includes('different') ? 'differs' : 'agrees')}</p>
    </>
  )
}

function Sign({ likeness }: { likeness: Likeness }) {
  const t = useTranslations('check.duplicate')
  const Icon = SIGNS[likeness]
  return (
    <dd className={styles.sign} data-likeness={likeness}>
      <Icon size={20} stroke={1.8} role="img" aria-label={t(`likeness.${likeness}`)} />
    </dd>
  )
}
