import { Link } from '@tanstack/react-router'
import type { ClaimLine } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { ReliefBar } from '../../ui/relief-bar.tsx'
import { findLine, suggestedSen } from './lines.ts'
import styles from './reliefs.module.css'

/** Each relief as a bar; those within the chosen one unfold below it. */
export function ReliefTree({ lines, chosen }: { lines: ClaimLine[]; chosen: string | undefined }) {
  const t = useTranslations('reliefs')
  if (lines.length === 0) return <p className="soft">{t('nothingFound')}</p>
  const sorted = [...lines].sort((a, b) => shareUsed(b) - shareUsed(a))
  return (
    <ul className={styles.tree}>
      {sorted.map((line) => {
        const isOpen = chosen !== undefined && findLine([line], chosen) !== undefined
        return (
          <li key={line.code}>
            <Branch line={line} isChosen={line.code === chosen} />
            {isOpen && line.children.some(isLimited) && (
              <ul className={styles.below}>
                {line.children.filter(isLimited).map((child) => (
                  <li key={child.code}>
                    <Branch line={child} isChosen={child.code === chosen} sub />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Branch({ line, isChosen, sub = false }: { line: ClaimLine; isChosen: boolean; sub?: boolean }) {
  const t = useTranslations('reliefs')
  const { nameOf, shortMoney } = useFormats()
  const { allowedSen, limitSen, spentSen, section } = line
  return (
    <Link
      to="/app/reliefs"
      search={(before) => ({ ...before, relief: line.code })}
      className={styles.branch}
      aria-current={isChosen || undefined}
    >
      {limitSen === null ? (
        <span className={styles.plain}>
          {nameOf(line.shortName)}
          <b>{t('noLimit', { used: shortMoney(allowedSen) })}</b>
        </span>
      ) : (
        <ReliefBar
          name={nameOf(line.shortName)}
          usedSen={allowedSen}
          suggestedSen={suggestedSen(line)}
          limitSen={limitSen}
          overSen={Math.max(0, spentSen - limitSen)}
          section={sub ? '' : section}
          sub={sub}
        />
      )}
    </Link>
  )
}

const isLimited = ({ limitSen, allowedSen }: ClaimLine) => limitSen !== null || allowedSen > 0

/** Used ones first, nearest to their limit; then the biggest. */
const shareUsed = ({ allowedSen, withSuggestionsSen, limitSen }: ClaimLine) => {
  const used = Math.max(allowedSen, withSuggestionsSen)
  return used > 0 ? 1 + used / (limitSen ?? used) : (limitSen ?? 0) / 1e10
}
