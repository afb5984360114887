import { useEffect, useRef, useState } from 'react'
import { downloadEverything } from '../../../api/download.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from '../account.module.css'

/** Everything as one file; how large it becomes is known only when it has arrived. */
export function useExport() {
  const [bytes, setBytes] = useState(0)
  const [state, setState] = useState<'idle' | 'running' | 'done'>('idle')
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function start() {
    const controller = new AbortController()
    running.current = controller
    setBytes(0)
    setError(null)
    setState('running')
    try {
      await downloadEverything({ onBytes: setBytes, signal: controller.signal })
      setState('done')
    } catch (failure) {
      setState('idle')
      if (!controller.signal.aborted) setError(failure)
    }
  }
  return { bytes, state, error, start: () => void start(), cancel: () => running.current?.abort() }
}

export function Export() {
  const t = useTranslations('account.data.export')
  const common = useTranslations('common')
  const { bytes: size } = useFormats()
  const { bytes, state, error, start, cancel } = useExport()
  return (
    <li className={styles.action}>
      <span>
        <b>{t('title')}</b>
        <span className={styles.more}>{t('text')}</span>
        <span className={styles.more} role="status">
          {state === 'running' && t('progress', { size: size(bytes) })}
          {state === 'done' && t('done', { size: size(bytes) })}
        </span>
      </span>
      {state === 'running' ? (
        <Button look="outline" onClick={cancel}>
          {common('cancel')}
        </Button>
      ) : (
        <Button look="outline" onClick={start}>
          {t('action')}
        </Button>
      )}
      {error !== null && <ProblemNotice error={error} onRetry={start} />}
    </li>
  )
}
