import { field, type Html, html, icon, notice, type PageSetting, page } from '../../../http/page.ts'
import type { FieldErrors } from '../../../identity/local/accounts.ts'
import type { AddressProblem } from '../../../identity/local/factors/relying-party.ts'
import type { Language } from '../../../language.ts'
import { words } from './words.ts'

/** What was wrong with a form that was sent. */
export interface FormErrors extends FieldErrors {
  /** Too many attempts: when the next one is possible. */
  waitMinutes?: number
}

export interface Setting extends PageSetting {
  language: Language
}

export interface FormState extends Setting {
  /** Where the form is sent. */
  action: string
  email?: string | undefined
  errors?: FormErrors | undefined
}

export interface SignInState extends FormState {
  signUp: string | undefined
  /** Where a passkey is sent to; undefined where none is asked for. */
  passkey: string | undefined
  /** Why browsers offer none of the passkeys that this server has. */
  noPasskeys: AddressProblem | undefined
}

export function signInPage(state: SignInState) {
  const { language, self, action, email, errors, signUp, passkey, noPasskeys } = state
  const { signIn, foot } = words[language]
  return page({
    language,
    self,
    title: signIn.title,
    lead: signIn.lead,
    foot,
    body: html`
      ${noticeOf(state)}
      <form id="sign-in" method="post" action="${action}">
        ${emailField(state)}
        ${passwordField(state, { autocomplete: 'current-password', wrong: errors?.form === 'wrong_sign_in', autofocus: !!email })}
        ${forgotten(language)}
        <button class="button">${signIn.button}</button>
      </form>
      ${passkey && passkeyForm(language, passkey)}
      ${noPasskeys && html`<p class="hint">${words[language].passkey.notHere[noPasskeys]}</p>`}
      <p class="aside">${signUp ? html`${signIn.newHere} <a href="${signUp}">${signIn.create}</a>` : signIn.ask}</p>`,
  })
}

export function signUpPage(
  state: FormState & {
    by: 'anyone' | 'being_first' | 'invitation'
    signIn: string
    /** Whether the form asks for the code of the first account. */
    needsCode: boolean
    code?: string
  },
) {
  const { language, self, action, email, errors, by, signIn, needsCode, code } = state
  const { signUp, foot, hint } = words[language]
  return page({
    language,
    self,
    title: by === 'being_first' ? signUp.first : signUp.title,
    lead: signUp[by],
    foot,
    body: html`
      ${noticeOf(state)}
      <form id="sign-up" method="post" action="${action}">
        ${emailField(state)}
        ${passwordField(state, { autocomplete: 'new-password', hint, wrong: !!errors?.password, autofocus: !!email && !errors?.email && !errors?.code })}
        ${needsCode && codeField(language, { code, wrong: !!errors?.code })}
        <button class="button">${signUp.button}</button>
      </form>
      ${by !== 'being_first' && html`<p class="aside">${signUp.before} <a href="${signIn}">${signUp.signIn}</a></p>`}`,
  })
}

export function resetPage(state: FormState & { email: string }) {
  const { language, self, action, email, errors } = state
  const { reset, foot, hint } = words[language]
  return page({
    language,
    self,
    title: reset.title,
    lead: html`${reset.for} <strong>${email}</strong>. ${reset.consequence}`,
    foot,
    body: html`
      ${noticeOf(state)}
      <form id="reset" method="post" action="${action}">
        <input name="email" value="${email}" autocomplete="username" hidden>
        ${passwordField(state, { label: reset.label, autocomplete: 'new-password', hint, wrong: !!errors?.password, autofocus: true })}
        <button class="button">${reset.button}</button>
      </form>`,
  })
}

export function resetDonePage({ language }: Setting) {
  const { reset, signIn } = words[language]
  return page({ language, title: reset.done, lead: reset.doneLead, body: signInLink(signIn.button) })
}

export function linkOverPage(kind: 'invitation' | 'reset', { language, self }: Setting) {
  const { links } = words[language]
  return page({ language, self, title: links.title, lead: links[kind], body: signInLink(links.action) })
}

export function expiredPage({ language, self }: Setting) {
  const { expired, again } = words[language]
  return page({ language, self, ...expired, body: signInLink(again) })
}

export type WhyFailed = Exclude<keyof (typeof words)['en']['failed'], 'title'>

export function failedPage(why: WhyFailed, { language, self }: Setting) {
  const { failed, again } = words[language]
  return page({ language, self, title: failed.title, lead: failed[why], body: signInLink(again) })
}

/** The provider cannot make sense of an address. */
export function unknownPage({ language, self }: Setting) {
  const { unknown, signIn } = words[language]
  return page({ language, self, ...unknown, body: signInLink(signIn.button) })
}

export function noticeOf({ language, errors }: FormState): Html | undefined {
  const { problems, tooMany, wait } = words[language]
  if (errors?.waitMinutes !== undefined) return notice(tooMany, wait(errors.waitMinutes))
  const problem = errors?.form ?? errors?.code ?? errors?.email ?? errors?.password
  return problem && notice(...problems[problem])
}

/** Hidden until the script finds that the browser has passkeys. */
export function passkeyForm(language: Language, action: string): Html {
  const { button, failed } = words[language].passkey
  return html`<form id="passkey" method="post" action="${action}" hidden>
        <input type="hidden" name="credential">
        <button class="button second">${KEY}${button}</button>
        <p class="hint" role="status" data-failed="${failed}"></p>
      </form>
      <script src="/assets/passkey.js" defer></script>`
}

const KEY = icon(html`<circle cx="8" cy="15" r="4.2"/><path d="m11 12 8.5-8.5M16 7l3 3M13.5 9.5l2 2"/>`)

function emailField({ language, email, errors }: FormState) {
  return field({
    name: 'email',
    label: words[language].email,
    type: 'email',
    autocomplete: 'username',
    value: email ?? '',
    wrong: !!errors?.email || errors?.form === 'wrong_sign_in',
    autofocus: !email || !!errors?.email,
  })
}

type PasswordOptions = Pick<Parameters<typeof field>[0], 'autocomplete' | 'hint' | 'wrong' | 'autofocus'>

/** Always empty: what was typed is not sent back. */
function passwordField({ language }: Setting, options: PasswordOptions & { label?: string }) {
  const { password, show } = words[language]
  return field({ name: 'password', type: 'password', label: password, show, ...options })
}

/** Whoever starts the server reads the code in its terminal. */
function codeField(language: Language, { code, wrong }: { code: string | undefined; wrong: boolean }) {
  const { label, hint } = words[language].code
  return field({
    name: 'code',
    type: 'code',
    label,
    hint,
    autocomplete: 'one-time-code',
    value: code,
    wrong,
    autofocus: wrong,
  })
}

/** There is no e-mail from this server, so a forgotten password needs the person who runs it. */
function forgotten(language: Language) {
  const { title, text, link, address } = words[language].forgotten
  return html`<details class="more">
    <summary>${title}</summary>
    <p>${text} <code>npm run user -- reset ${address}</code>. ${link}</p>
  </details>`
}

const signInLink = (label: string) => html`<p><a class="button" href="/auth/login">${label}</a></p>`
