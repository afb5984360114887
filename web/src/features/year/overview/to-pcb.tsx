import { useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import styles from '../year.module.css'

/** The way to this month's deduction. */
export function ToPcb() {
  const t = useTranslations('pcb.link')
  return (
    <section className={styles.toFile} aria-labelledby="to-pcb">
      <div>
        <h2 id="to-pcb" className={styles.answered}>
          {t('title')}
        </h2>
        <p className="soft">{t('text')}</p>
      </div>
      <LinkButton to="/app/year/pcb" look="outline">
        {t('open')}
      </LinkButton>
    </section>
  )
}
