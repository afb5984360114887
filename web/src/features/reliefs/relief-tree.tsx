import type { ClaimLine, Reliefs } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { ReliefBar } from '../../ui/relief-bar.tsx'
import { shortSection } from '../../ui/short-section.ts'
import { findLine, nearestFirst, setAsideSen, spendableOf, suggestedSen } from './lines.ts'
import { ReliefLink } from './relief-link.tsx'
import styles from './reliefs.module.css'
import { Saving } from './saving.tsx'

interface Props {
  lines: ClaimLine[]
  reliefs: Reliefs
  chosen: string | undefined
  incomeKnown: boolean
}

/** Each relief as a bar; the limits within it that are used below, and all of them once it is chosen. */
export function ReliefTree({ lines, reliefs, chosen, incomeKnown }: Props) {
  const t = useTranslations('reliefs')
  const { shortMoney } = useFormats()
  const sorted = nearestFirst(lines)
  // One such sentence is advice, one for each would be noise.
  const advised = incomeKnown ? sorted.find((line) => isUsed(line) && spendableOf(line, reliefs)) : undefined
  return (
    <>
      {!lines.some(isUsed) && <p className="soft">{t('nothingFound')}</p>}
      <ul className={styles.tree}>
        {sorted.map((line) => {
          const isOpen = chosen !== undefined && findLine([line], chosen) !== undefined
          const below = line.children.filter(
            (child) => (isOpen && child.limitSen !== null) || (child.limitSen !== null && isUsed(child)),
          )
          const spendable = line === advised ? spendableOf(line, reliefs) : undefined
          return (
            <li key={line.code}>
              <Branch line={line} chosen={chosen} />
              {setAsideSen(line) > 0 && (
                <p className="soft">{t('notCounted', { amount: shortMoney(setAsideSen(line)) })}</p>
              )}
              {spendable && <Saving on={spendable} />}
              {below.length > 0 && (
                <ul className={styles.below}>
                  {below.map((child) => (
                    <li key={child.code}>
                      <Branch line={child} chosen={chosen} sub />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Branch({
  line,
  chosen,
  sub = false,
}: {
  line: ClaimLine
  chosen: string | undefined
  sub?: boolean
}) {
  const t = useTranslations('reliefs')
  const { nameOf, shortMoney } = useFormats()
  const { code, allowedSen, limitSen, spentSen, section } = line
  return (
    <ReliefLink code={code} chosen={chosen} className={styles.branch}>
      {limitSen === null ? (
        <span className={styles.plain}>
          {nameOf(line.shortName)}
          <b className="money">
            {allowedSen > 0
              ? t('noLimit', { used: shortMoney(allowedSen) })
              : t('upTo', { amount: shortMoney(highestLimit(line.children)) })}
          </b>
        </span>
      ) : (
        <ReliefBar
          name={nameOf(line.shortName)}
          usedSen={allowedSen}
          suggestedSen={suggestedSen(line)}
          limitSen={limitSen}
          overSen={Math.max(0, spentSen - limitSen)}
          section={sub ? '' : shortSection(section)}
          sub={sub}
          oneLine
        />
      )}
    </ReliefLink>
  )
}

const highestLimit = (lines: readonly ClaimLine[]) =>
  Math.max(0, ...lines.map(({ limitSen }) => limitSen ?? 0))

const isUsed = ({ allowedSen, withSuggestionsSen }: ClaimLine) => allowedSen > 0 || withSuggestionsSen > 0
