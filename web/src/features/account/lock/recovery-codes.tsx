import { useState } from 'react'
import { nameOf, type Profile } from '../../../api/session.ts'
import { today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './lock.module.css'

interface Props {
  codes: string[]
  profile: Profile
  onClose(): void
}

/** Shown this once; the server keeps hashes. */
export function RecoveryCodes({ codes, profile, onClose }: Props) {
  const t = useTranslations('account.lock.codes')
  const { longDay } = useFormats()
  const [isCopied, setCopied] = useState(false)
  const text = `${t('file', { name: profile.email ?? nameOf(profile), day: longDay(today()) })}\n\n${codes.join('\n')}\n`

  function save() {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    Object.assign(document.createElement('a'), { href: url, download: 'recovery-codes.txt' }).click()
    URL.revokeObjectURL(url)
  }
  return (
    <div className={styles.form}>
      <p>{t('text')}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.pair}>
        {/* Browsers have a clipboard over https only. */}
        {navigator.clipboard && (
          <Button
            look="outline"
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
            full
          >
            <span role="status">{t(isCopied ? 'copied' : 'copy')}</span>
          </Button>
        )}
        <Button look="outline" onClick={save} full>
          {t('download')}
        </Button>
      </div>
      <Button onClick={onClose} full>
        {t('done')}
      </Button>
    </div>
  )
}
