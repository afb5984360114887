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

export interface Page {
  title: string
  /** One sentence under the title. */
  lead?: string | Html | undefined
  body?: Html | undefined
  /** Below the card, in small print. */
  foot?: string | undefined
}

/** A page with one subject: a sign-in form, an error, a question. Works without scripts. */
export function page({ title, lead, body, foot }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${title} · Malaysian Tax Tracker</title>
  <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/style.css">
</head>
<body class="matter">
  <main class="matter-main">
    <a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="36" height="36"> Malaysian Tax Tracker</a>
    <section class="card">
      <h1>${title}</h1>
      ${lead && html`<p class="lead">${lead}</p>`}
      ${body}
    </section>
    ${foot && html`<p class="matter-foot">${foot}</p>`}
  </main>
</body>
</html>
`.html
}

export interface Field {
  name: string
  label: string
  type: 'email' | 'password' | 'text'
  autocomplete: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  autofocus?: boolean
}

/** A labelled input; screen readers read its hint or error with it. */
export function field({ name, label, type, autocomplete, value, hint, error, autofocus }: Field): Html {
  // An error replaces the hint.
  const notes = error ? `${name}-error` : hint && `${name}-hint`
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required
      ${value !== undefined && html`value="${value}"`}
      ${type === 'email' && html`autocapitalize="none" spellcheck="false"`}
      ${notes && html`aria-describedby="${notes}"`}
      ${error && html`aria-invalid="true"`}
      ${autofocus && html`autofocus`}>
    ${error && html`<p class="field-error" id="${name}-error">${error}</p>`}
    ${hint && !error && html`<p class="field-hint" id="${name}-hint">${hint}</p>`}
  </div>`
}

/** Something the person has to know before continuing. */
export const notice = (text: string) => html`<p class="notice" role="alert">${text}</p>`
