import { Link } from '@tanstack/react-router'
import type { ComputedLine, NotKeptLine, TaxReturnLine } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './form-line-row.module.css'
import { ItemNumber } from './item-number.tsx'
import { useLineNote } from './line-note.tsx'

/** The question of the interview that asks what is missing. */
const CARDS: Record<NonNullable<TaxReturnLine['missing']>, string | null> = {
  employment: 'work',
  'other-income': 'other-income',
  business: 'business',
  'tax-paid': 'pcb',
  instalments: 'instalments',
  'foreign-tax-credit': null,
  spouse: 'spouse',
  'spouse-income': 'spouse-income',
  children: 'children',
  disability: 'disability',
  epf: 'epf',
  insurance: 'insurance',
  savings: 'savings',
  home: 'home',
  zakat: 'zakat',
  'departure-levy': null,
}

/** A line about which nothing was entered yet: no amount, and the way to where it is entered. */
export function OpenRow({ line }: { line: TaxReturnLine }) {
  const t = useTranslations('file.line')
  const { nameOf } = useFormats()
  const { title, body } = useLineNote(line)
  const card = line.missing && CARDS[line.missing]
  return (
    <li className={styles.row} data-code={line.code} data-kind="open">
      {title}
      <span className={styles.detail}>
        <ItemNumber line={line} />
        <span className={styles.from}>{t('notEntered')}</span>
      </span>
      {card && (
        <Link
          className={styles.enter}
          to="/app/year/interview/{-$card}"
          params={{ card }}
          aria-label={t('enterLabel', { name: nameOf(line.shortName) })}
        >
          {t('enter')}
        </Link>
      )}
      {body}
    </li>
  )
}

/** What the form works out itself: to compare, nothing to enter. */
export function ComputedRow({ line }: { line: ComputedLine }) {
  const t = useTranslations('file.line')
  const { bareMoney } = useFormats()
  const { title, body } = useLineNote(line)
  const { code, amountSen } = line
  return (
    <li className={styles.row} data-code={code} data-kind="computed">
      {title}
      <span className={styles.detail}>
        <ItemNumber line={line} />
        <span className="sr-only">{t('computed')}</span>
      </span>
      <span className={`${styles.amount} money`}>
        {amountSen === null ? '–' : bareMoney(Math.abs(amountSen))}
      </span>
      {body}
    </li>
  )
}

/** What the form asks for and the tracker has no place for. */
export function NotKeptRow({ line }: { line: NotKeptLine }) {
  const t = useTranslations('file.line')
  const { title, body } = useLineNote(line)
  return (
    <li className={styles.row} data-code={line.code} data-kind="not-kept">
      {title}
      <span className={styles.detail}>
        <ItemNumber line={line} />
        <span className={styles.from}>{t('notKept')}</span>
      </span>
      {body}
    </li>
  )
}
