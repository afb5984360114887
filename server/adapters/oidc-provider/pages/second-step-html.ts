import { field, html, page } from '../../../http/page.ts'
import type { Notice } from '../../../identity/local/factors/ports.ts'
import type { Language } from '../../../language.ts'
import { type FormState, noticeOf, passkeyForm } from './html.ts'
import { words } from './words.ts'

/** Asks for a code of the authenticator app, or a recovery code. */
export function codePage(state: FormState & { passkey: string | undefined }) {
  const { language, self, action, errors, passkey } = state
  const { second, forgotten } = words[language]
  return page({
    language,
    self,
    title: second.title,
    lead: second.lead,
    body: html`
      ${noticeOf(state)}
      <form id="second-step" method="post" action="${action}">
        ${field({
          name: 'code',
          type: 'digits',
          label: second.label,
          hint: second.hint,
          autocomplete: 'one-time-code',
          wrong: errors?.code !== undefined,
          autofocus: true,
        })}
        <details class="more">
          <summary>${second.lost.title}</summary>
          <p>${second.lost.text} <code>npm run user -- reset-factors ${forgotten.address}</code>. ${second.lost.after}</p>
        </details>
        <button class="button">${second.button}</button>
      </form>
      ${passkey && passkeyForm(language, passkey)}`,
  })
}

/** Tells a person what may have been done by somebody else, before the sign-in is complete. */
export function toldPage({ language, self, action, notices }: FormState & { notices: readonly Notice[] }) {
  const { told } = words[language]
  return page({
    language,
    self,
    title: told.title,
    body: html`
      ${notices.map(({ kind, at }) => html`<p>${told[kind](dayInWords(at, language))}</p>`)}
      <p>${told.now} ${told.notYou}</p>
      <form id="told" method="post" action="${action}">
        <button class="button">${told.button}</button>
      </form>`,
  })
}

const dayInWords = (at: Date, language: Language) =>
  new Intl.DateTimeFormat(language === 'ms' ? 'ms-MY' : 'en-MY', {
    dateStyle: 'long',
    timeZone: 'Asia/Kuala_Lumpur',
  }).format(at)
