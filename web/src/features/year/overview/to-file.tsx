import { useQuery } from '@tanstack/react-query'
import type { Taxpayer } from '../../../../../server/api-types.ts'
import { taxYearsQuery } from '../../../api/queries.ts'
import { today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import styles from '../year.module.css'

/** When the return is due, and the way to the list of what is entered. */
export function ToFile({ year, form, taxpayer }: { year: number; form: 'BE' | 'B'; taxpayer: Taxpayer }) {
  const t = useTranslations('year.file')
  const { shortDay } = useFormats()
  const { data: taxYears = [] } = useQuery(taxYearsQuery)
  const deadline = taxYears.find((one) => one.year === year)?.filing[form]
  const { filedOn } = taxpayer.facts
  const named = { form, year: String(year) }
  return (
    <div className={styles.toFile}>
      <p className="soft">
        {filedOn
          ? t('filed', { ...named, day: shortDay(filedOn) })
          : deadline &&
            (deadline.eFilingUntil < today()
              ? t('late', { ...named, day: shortDay(deadline.eFilingUntil) })
              : t('due', { ...named, day: shortDay(deadline.dueOn) }))}
      </p>
      <LinkButton to="/app/year/file" look="outline">
        {t('open')}
      </LinkButton>
    </div>
  )
}
