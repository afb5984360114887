import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Claims } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { findRelief } from '../../../ui/relief-names.ts'
import { type Cure, cureOf } from './cures.ts'
import { countToClear, toClear } from './to-clear.ts'
import styles from './warnings.module.css'

/** What to clear before filing, each with the one button that leads to its cure. */
export function Warnings({ claims }: { claims: Claims }) {
  const t = useTranslations('year.warnings')
  const { nameOf } = useFormats()
  const { data: reliefs } = useQuery(reliefsQuery(claims.year))
  const open = toClear(claims)
  const codes = open.withoutStatement.flatMap((warning) => warning.reliefs)
  const names = codes.map((code) => {
    const head = reliefs && findRelief(reliefs, code)
    return head ? nameOf(head.shortName) : ''
  })
  const [undecided] = open.undecided
  return (
    <section className={styles.part} aria-labelledby="warnings">
      <h2 id="warnings" className="part-title">
        {t('title')}
      </h2>
      {countToClear(open) === 0 ? (
        <p className={styles.none}>
          <IconCheck size={20} stroke={2} aria-hidden />
          <span>
            <b>{t('none')}.</b> <span className="soft">{t('noneText')}</span>
          </span>
        </p>
      ) : (
        <ul>
          {open.unchecked > 0 && (
            <Row cure={{ name: 'check', link: { to: '/app/check/{-$id}' } }}>
              {t('unchecked', { count: open.unchecked })}
            </Row>
          )}
          {undecided !== undefined && (
            <Row cure={{ name: 'decide', link: { to: '/app/check/{-$id}', params: { id: undecided } } }}>
              {t('undecided', { count: open.undecided.length })}
            </Row>
          )}
          {open.warnings.map((warning, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a warning has no id
            <Row key={index} cure={cureOf(warning)}>
              {warning.message}
            </Row>
          ))}
          {open.withoutStatement.length > 0 && (
            <Row cure={{ name: 'statement', link: { to: '/app/year/statements/{-$id}' } }}>
              {t('statements', { count: names.length, names: names.filter(Boolean).join(', ') })}
            </Row>
          )}
        </ul>
      )}
    </section>
  )
}

function Row({ cure, children }: { cure: Cure; children: ReactNode }) {
  const t = useTranslations('year.warnings.cure')
  return (
    <li className={styles.row}>
      <IconAlertTriangle size={20} stroke={1.7} aria-hidden />
      <p>{children}</p>
      <LinkButton {...cure.link} look="outline" height={44} className={styles.cure}>
        {t(cure.name)}
      </LinkButton>
    </li>
  )
}
