import { useMutation } from '@tanstack/react-query'
import type { EmployerSheet, PcbTable } from '../../../../../server/api-types.ts'
import { downloadEmployerSheet } from '../../../api/download.ts'
import { useFormats, useLanguage, useTranslations } from '../../../i18n/index.ts'
import { toSen } from '../../../i18n/money.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './pcb.module.css'
import type { PcbValues } from './plan.ts'

interface EmployerSheetsProps {
  year: number
  table: PcbTable
  values: PcbValues
}

/** The data of forms TP1 and TP3, to hand to the employer. */
export function EmployerSheets({ year, table, values }: EmployerSheetsProps) {
  const t = useTranslations('pcb.papers')
  const { monthName } = useFormats()
  const { language } = useLanguage()
  const sheet = useMutation({
    mutationFn: (body: EmployerSheet) => downloadEmployerSheet(year, body, language),
  })
  const month = monthName(`${year}-${String(table.month).padStart(2, '0')}-01`)
  const sen = (name: string) => toSen(values[name] ?? '') ?? 0
  const hasFormer = values.hasFormer === 'yes' && Number(values.firstMonth) > 1
  return (
    <section>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className="note">{t('text', { month })}</p>
      <div className={styles.papers}>
        <Button
          look="outline"
          height={44}
          busy={sheet.isPending && sheet.variables.form === 'tp1'}
          onClick={() => sheet.mutate({ form: 'tp1', month: table.month })}
        >
          {t('tp1')}
        </Button>
        {hasFormer && (
          <Button
            look="outline"
            height={44}
            busy={sheet.isPending && sheet.variables.form === 'tp3'}
            onClick={() =>
              sheet.mutate({
                form: 'tp3',
                paySen: sen('formerPay'),
                epfSen: sen('formerEpf'),
                zakatSen: sen('formerZakat'),
                deductedSen: sen('formerPcb'),
                reliefsSen: sen('formerReliefs'),
              })
            }
          >
            {t('tp3')}
          </Button>
        )}
      </div>
      {sheet.error && <ProblemNotice error={sheet.error} />}
    </section>
  )
}
