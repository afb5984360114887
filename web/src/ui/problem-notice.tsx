import { IconAlertCircle } from '@tabler/icons-react'
import { Problem } from '../api/problem.ts'
import { useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import styles from './problem-notice.module.css'

const KNOWN = [
  'offline',
  'unexpected',
  'internal_error',
  'version_conflict',
  'not_found',
  'too_many_requests',
  'storage_full',
  'storage_unavailable',
] as const
type Known = (typeof KNOWN)[number]

/** A failure in the person's language; problems without a text of ours show what the server says. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('common.problem')
  return (error) => {
    if (!(error instanceof Problem)) return t('unexpected')
    const known = KNOWN.find((code) => code === error.code)
    return known ? t(known satisfies Known) : t('other', { detail: error.message })
  }
}

interface Props {
  error: unknown
  onRetry?: () => void
  /** The name of the screen that failed, where nothing else on the page has a heading. */
  screen?: string
}

/** What happened, where the thing is now, and what to do. */
export function ProblemNotice({ error, onRetry, screen }: Props) {
  const t = useTranslations('common')
  const textOf = useProblemText()
  return (
    <>
      {screen && <h1 className="sr-only">{screen}</h1>}
      <div className={styles.notice} role="alert">
        <IconAlertCircle size={22} stroke={1.7} aria-hidden />
        <p>{textOf(error)}</p>
        {onRetry && (
          <Button look="outline" height={44} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </>
  )
}
