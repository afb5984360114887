import { useMantineColorScheme } from '@mantine/core'
import { useLanguage, useTranslations } from '../../i18n/index.ts'
import { languages } from '../../i18n/languages.ts'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './account.module.css'

const SCHEMES = ['auto', 'light', 'dark'] as const

/** The language goes with the account, the theme stays on this device. */
export function Settings() {
  const t = useTranslations('account.theme')
  const names = useTranslations('common.language')
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={styles.settings}>
      <Segmented
        label={names('label')}
        value={language}
        options={languages.map((one) => ({ value: one, label: names(one), lang: one }))}
        onChange={(next) => void choose(next)}
      />
      <Segmented
        label={t('label')}
        value={colorScheme}
        options={SCHEMES.map((scheme) => ({ value: scheme, label: t(scheme) }))}
        onChange={setColorScheme}
      />
    </div>
  )
}
