import type { Language } from '../language.ts'

/** HTML that is already escaped. */
export interface Html {
  readonly html: string
}

type Value = Html | string | number | undefined | false | Value[]

/** HTML with every value escaped, except values that this tag produced. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { html: strings.reduce((text, part, i) => text + show(values[i - 1]) + part) }
}

function show(value: Value): string {
  if (value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(show).join('')
  return typeof value === 'object' ? value.html : escapeHtml(String(value))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** What the pages of one request have in common. */
export interface PageSetting {
  language?: Language | undefined
  /** Path of the page, for the switch to the other language; left out where it cannot be opened a second time. */
  self?: string | undefined
}

export interface Page extends PageSetting {
  title: string
  /** One sentence under the title. */
  lead?: string | Html | undefined
  body?: Html | undefined
  /** At the end, in small print. */
  foot?: string | undefined
}

const NAMES: Record<Language, { short: string; long: string }> = {
  en: { short: 'EN', long: 'English' },
  ms: { short: 'BM', long: 'Bahasa Malaysia' },
}
const SWITCH: Record<Language, string> = { en: 'Language', ms: 'Bahasa' }

/** A page with one subject: a sign-in form, an error, a question. Works without scripts. */
export function page({ title, lead, body, foot, language = 'en', self }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#faf6ee" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#14201c" media="(prefers-color-scheme: dark)">
  <meta name="robots" content="noindex">
  <title>${title} · Malaysian Tax Tracker</title>
  <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/fonts.css">
  <link rel="stylesheet" href="/assets/style.css">
</head>
<body>
  <header class="head">
    <a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="32" height="32"> Malaysian Tax Tracker</a>
    ${self !== undefined && languageSwitch(language, self)}
  </header>
  <main class="main">
    <h1>${title}</h1>
    ${lead && html`<p class="lead">${lead}</p>`}
    ${body}
  </main>
  ${foot && html`<footer class="foot">${foot}</footer>`}
</body>
</html>
`.html
}

function languageSwitch(current: Language, self: string): Html {
  const link = (language: Language) => {
    const { short, long } = NAMES[language]
    const isCurrent = language === current && html`aria-current="true"`
    return html`<a href="${inLanguage(self, language)}" lang="${language}" hreflang="${language}" aria-label="${short}: ${long}" ${isCurrent}>${short}</a>`
  }
  return html`<nav class="languages" aria-label="${SWITCH[current]}">${link('en')}${link('ms')}</nav>`
}

function inLanguage(path: string, language: Language): string {
  const [pathname = '', search = ''] = path.split('?', 2)
  const query = new URLSearchParams(search)
  query.set('ui_locales', language)
  return `${pathname}?${query}`
}

export interface Field {
  name: string
  label: string
  /** `code`: letters and digits that are copied from elsewhere; `digits`: digits alone. */
  type: 'email' | 'password' | 'text' | 'code' | 'digits'
  autocomplete: string
  value?: string | undefined
  hint?: string | undefined
  /** Whether what was typed is wrong; the notice above the fields says why. */
  wrong?: boolean | undefined
  autofocus?: boolean
  /** The label of the box that shows what is typed into a password field. */
  show?: string | undefined
}

const NOTICE_ID = 'problem'

/** A labelled input; screen readers read its hint, and the notice if it is wrong, with it. */
export function field({ name, label, type, autocomplete, value, hint, wrong, autofocus, show }: Field): Html {
  const notes = [wrong && NOTICE_ID, hint && `${name}-hint`].filter(Boolean).join(' ')
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <div class="input">
      <input id="${name}" name="${name}" type="${type === 'code' || type === 'digits' ? 'text' : type}" autocomplete="${autocomplete}" required
        ${value !== undefined && html`value="${value}"`}
        ${type !== 'text' && html`autocapitalize="${type === 'code' ? 'characters' : 'none'}" spellcheck="false"`}
        ${type === 'digits' && html`inputmode="numeric"`}
        ${notes && html`aria-describedby="${notes}"`}
        ${wrong && html`aria-invalid="true"`}
        ${autofocus && html`autofocus`}>
      ${
        show &&
        html`<label class="show" hidden><input type="checkbox" autocomplete="off" aria-label="${show}" aria-controls="${name}">${EYE}</label>
      <script src="/assets/show-password.js" defer></script>`
      }
    </div>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`
}

/** Something the person has to know before continuing: what is wrong, and what to do. */
export const notice = (what: string, then?: string) =>
  html`<div class="notice" id="${NOTICE_ID}" role="alert">${MARK}<p><strong>${what}</strong> ${then}</p></div>`

export const icon = (paths: Html) =>
  html`<svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`

const MARK = icon(html`<circle cx="12" cy="12" r="9"/><path d="M12 8v4.5M12 16v.01"/>`)
const EYE = icon(
  html`<path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/><path class="bar" d="m4 20 16-16"/>`,
)
