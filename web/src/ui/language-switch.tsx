import { UnstyledButton } from '@mantine/core'
import { useLanguage, useTranslations } from '../i18n/index.ts'
import styles from './language-switch.module.css'

const SHORT = { en: 'EN', ms: 'BM' } as const

export function LanguageSwitch() {
  const t = useTranslations('common.language')
  const { language, choose } = useLanguage()
  return (
    <fieldset className={styles.switch}>
      <legend className="sr-only">{t('label')}</legend>
      {(['en', 'ms'] as const).map((one) => (
        <UnstyledButton
          key={one}
          className={styles.choice}
          lang={one}
          aria-pressed={language === one}
          onClick={() => void choose(one)}
        >
          <span aria-hidden="true">{SHORT[one]}</span>
          <span className="sr-only">{t(one)}</span>
        </UnstyledButton>
      ))}
    </fieldset>
  )
}
