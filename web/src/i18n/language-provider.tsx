import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'use-intl'
import type { en } from './en/index.ts'
import { rememberLanguage } from './language.ts'
import type { Language } from './languages.ts'
import { loadMessages, type Messages } from './messages.ts'

interface LanguageChoice {
  language: Language
  /** Loads the texts first, so that no screen is ever shown half in one language. */
  choose(language: Language): Promise<void>
  /** The same for the language of the account, which needs not be told. */
  adopt(language: Language): Promise<void>
}

const LanguageContext = createContext<LanguageChoice | null>(null)

export function LanguageProvider(props: { language: Language; messages: Messages; children: ReactNode }) {
  const [{ language, messages }, setCurrent] = useState({
    language: props.language,
    messages: props.messages,
  })

  const show = useCallback(async (next: Language, isChoice: boolean) => {
    const loaded = await loadMessages[next]()
    rememberLanguage(next, isChoice)
    setCurrent({ language: next, messages: loaded })
  }, [])

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const choice = useMemo(
    (): LanguageChoice => ({
      language,
      choose: (next) => show(next, true),
      adopt: (next) => show(next, false),
    }),
    [language, show],
  )
  return (
    <LanguageContext value={choice}>
      {/* Keys and arguments are typed by the English texts; Translation guarantees the same keys. */}
      <IntlProvider locale={language} messages={messages as typeof en} timeZone="Asia/Kuala_Lumpur">
        {props.children}
      </IntlProvider>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext)
  if (!choice) throw new Error('useLanguage needs a LanguageProvider')
  return choice
}
