import { IconChevronDown } from '@tabler/icons-react'
import type { Estimate } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './estimate-steps.module.css'

type Step = Estimate['computation']['lines'][number]

/** The results of the computation, which the other steps lead to. */
const RESULTS = new Set(['aggregate-income', 'total-income', 'chargeable-income', 'payable', 'balance'])

/** The computation line by line, each with the section it follows and where that was read. */
export function EstimateSteps({ estimate }: { estimate: Estimate }) {
  const t = useTranslations('year.steps')
  const { computation, sources } = estimate
  const lines = computation.lines.filter(({ code, amountSen }) => amountSen !== 0 || RESULTS.has(code))
  return (
    <details className={styles.steps}>
      <summary>
        {t('open')}
        <IconChevronDown size={20} stroke={1.7} aria-hidden />
      </summary>
      <table>
        <caption>{t('note')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a couple may give for the same gift, each for themselves
            <StepRow key={index} line={line} sources={sources} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function StepRow({ line, sources }: { line: Step; sources: Estimate['sources'] }) {
  const t = useTranslations('year.steps')
  const { nameOf, amount } = useFormats()
  const { code, section, verified, amountSen } = line
  return (
    <tr data-result={RESULTS.has(code) || undefined}>
      <th scope="row">
        {nameOf(line)}
        <span className={styles.rule}>
          {t('section', { section })}
          {line.sources.map(({ id, place }) => (
            <SourceLink key={`${id} ${place}`} source={sources[id]} place={place} />
          ))}
          {!verified && <span> · {t('unverified')}</span>}
        </span>
      </th>
      <td className="money">{amount(amountSen)}</td>
    </tr>
  )
}

function SourceLink({ source, place }: { source: Estimate['sources'][string] | undefined; place: string }) {
  if (!source) return null
  const text = `${source.title}, ${place}`
  // The titles are those of the works, in English.
  return (
    <span lang="en">
      {' · '}
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  )
}
