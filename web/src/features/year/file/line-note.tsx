import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { TaxReturnLine } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './form-line-row.module.css'

type Line = Pick<TaxReturnLine, 'shortName' | 'note' | 'item' | 'sharesRow' | 'numberNote'> &
  Partial<Pick<TaxReturnLine, 'limitSen' | 'people'>>

/** The name of a line, which opens what belongs in it, and that. */
export function useLineNote(line: Line) {
  const t = useTranslations('file.note')
  const { nameOf, shortMoney } = useFormats()
  const [isOpen, open] = useState(false)
  const id = useId()
  const { note, item, sharesRow, numberNote, limitSen = null, people } = line
  const name = nameOf(line.shortName)
  // Why a number is not known is said of what is entered only.
  const hasMore = note !== null || (item !== null && numberNote !== null)
  const title = hasMore ? (
    <button
      type="button"
      className={styles.name}
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={() => open(!isOpen)}
    >
      {/* The arrow never stands on a line of its own. */}
      {`${name}\u00a0`}
      <IconChevronDown className={styles.chevron} size={16} stroke={1.8} aria-hidden />
    </button>
  ) : (
    <span className={styles.name}>{name}</span>
  )
  const body = hasMore && (
    <div id={id} hidden={!isOpen} className={styles.note}>
      {note && (
        <ul>
          {note.counts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {note && note.doesNotCount.length > 0 && (
        <p>
          <b>{t('not')}</b> {note.doesNotCount.join('. ')}
        </p>
      )}
      {limitSen !== null && (
        <p>
          <b>{t('limit')}</b> {t(people ? 'eachChild' : 'upTo', { amount: shortMoney(limitSen) })}
        </p>
      )}
      {note?.keep && (
        <p>
          <b>{t('keep')}</b> {note.keep}
        </p>
      )}
      <p className="soft">
        {item === null ? t('noNumber') : sharesRow ? t('sharesRow', { item }) : ''}{' '}
        {numberNote && nameOf(numberNote)}
      </p>
    </div>
  )
  return { title, body }
}
