import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { release } from '../api/client.ts'
import { type Profile, saveLanguage, sessionQuery } from '../api/session.ts'
import { useLanguage } from '../i18n/index.ts'
import { currentLanguage, isLanguageUnsaved, languageIsSaved } from '../i18n/language.ts'

/** Keeps the language of the screen, of the account, and of what the server says the same. */
export function AccountLanguage({ profile }: { profile: Profile }) {
  const { language, adopt } = useLanguage()
  const client = useQueryClient()
  const ofAccount = profile.language

  // Every answer was worded in the language it was asked in.
  const worded = useRef(language)
  useEffect(() => {
    if (worded.current === language) return
    worded.current = language
    const [session] = sessionQuery.queryKey
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== session })
  }, [client, language])

  useEffect(() => {
    if (!isLanguageUnsaved()) {
      if (ofAccount && ofAccount !== language) void adopt(ofAccount)
      return
    }
    const save = async () => {
      await release(await saveLanguage(language))
      // Another choice may have been made meanwhile; that one is being saved, too.
      if (currentLanguage() !== language) return
      languageIsSaved()
      client.setQueryData(sessionQuery.queryKey, (known) => known && { ...known, language })
    }
    // Without a network it stays unsaved, and is saved at the next start.
    save().catch(() => {})
  }, [adopt, client, language, ofAccount])
  return null
}
