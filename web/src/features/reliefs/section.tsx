import { useId, useState } from 'react'
import type { ReliefGuide } from '../../../../server/api-types.ts'
import { useFormats, useLanguage, useTranslations } from '../../i18n/index.ts'
import { shortSection } from '../../ui/short-section.ts'
import type { Head } from './head.ts'
import styles from './relief-detail.module.css'

/** What is used, by which section of the Act; the section opens where that was read. */
export function Section({ head, guide }: { head: Head; guide: ReliefGuide | undefined }) {
  const t = useTranslations('reliefs')
  const common = useTranslations('common')
  const { shortMoney, bareMoney } = useFormats()
  const { language } = useLanguage()
  const [isOpen, open] = useState(false)
  const sources = useId()
  const { allowedSen, limitSen, suggestedSen, section } = head
  return (
    <>
      <p className={styles.figures}>
        <span>
          {limitSen === null
            ? t('noLimit', { used: shortMoney(allowedSen) })
            : common('of', {
                used: shortMoney(allowedSen),
                limit: bareMoney(limitSen),
              })}
        </span>
        <button
          type="button"
          className={styles.section}
          aria-expanded={isOpen}
          aria-controls={sources}
          onClick={() => open(!isOpen)}
        >
          s. {shortSection(section)}
        </button>
        {suggestedSen > 0 && (
          <span className={styles.suggested}>{common('suggested', { amount: bareMoney(suggestedSen) })}</span>
        )}
      </p>
      <div id={sources} hidden={!isOpen} className={styles.sources}>
        <p>{t('section', { section })}</p>
        {guide && (
          <>
            <p className="soft">{t(guide.verified ? 'verified' : 'unverified')}</p>
            {/* The titles are those of the works, in English. */}
            <ul lang="en">
              {guide.sources.map(({ title, place, exact, url }) => (
                <li key={`${title} ${place}`}>
                  {url ? (
                    <a href={url} target="_blank" rel="noreferrer">
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                  , {place}
                  {!exact && <span lang={language}> ({t('pageUnknown')})</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}
