import { field, html, notice, page } from '../../../http/page.ts'
import type { FieldErrors } from '../../../identity/local/accounts.ts'

interface FormState {
  /** Where the form is sent. */
  action: string
  email?: string | undefined
  errors?: FieldErrors | undefined
}

const FOOT = 'Your password is stored only on this server, and only as a hash that cannot be reversed.'
const PASSWORD_HINT = 'At least 10 characters. A few words are easy to remember and hard to guess.'

export function signInPage({ action, email, errors, signUp }: FormState & { signUp: string | undefined }) {
  return page({
    title: 'Welcome back',
    lead: 'Sign in to your receipts and reliefs.',
    foot: FOOT,
    body: html`
      ${errors?.form && notice(errors.form)}
      <form id="sign-in" method="post" action="${action}">
        ${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: email ?? '', error: errors?.email, autofocus: !email })}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', error: errors?.password, autofocus: !!email })}
        <button class="button button-wide">Sign in</button>
      </form>
      <p class="aside">${
        signUp
          ? html`New here? <a href="${signUp}">Create an account</a>`
          : html`New here, or forgot your password? Ask the person who runs this server for a link.`
      }</p>`,
  })
}

export function signUpPage(
  state: FormState & { by: 'anyone' | 'being_first' | 'invitation'; signIn: string },
) {
  const { action, email, errors, by, signIn } = state
  const leads = {
    anyone: 'Your receipts all year, your reliefs in March.',
    being_first: 'You are the first one here. Create your account, and the tracker is yours.',
    invitation: 'You were invited. Create your account; only you can see your receipts.',
  }
  return page({
    title: by === 'being_first' ? 'Make it yours' : 'Create your account',
    lead: leads[by],
    foot: FOOT,
    body: html`
      ${errors?.form && notice(errors.form)}
      <form id="sign-up" method="post" action="${action}">
        ${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: email ?? '', error: errors?.email, autofocus: !email })}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password', hint: PASSWORD_HINT, error: errors?.password, autofocus: !!email })}
        <button class="button button-wide">Create account</button>
      </form>
      ${by !== 'being_first' && html`<p class="aside">Here before? <a href="${signIn}">Sign in</a></p>`}`,
  })
}

export function resetPage({ action, email, errors }: FormState & { email: string }) {
  return page({
    title: 'Choose a new password',
    lead: html`For <strong>${email}</strong>. You will be signed out on all devices.`,
    foot: FOOT,
    body: html`
      <form id="reset" method="post" action="${action}">
        ${field({ name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password', hint: PASSWORD_HINT, error: errors?.password, autofocus: true })}
        <button class="button button-wide">Save password</button>
      </form>`,
  })
}

export const resetDonePage = () =>
  page({
    title: 'Your password is changed',
    lead: 'You are signed out on all devices. Sign in with the new password.',
    body: signInLink('Sign in'),
  })

export const linkOverPage = (kind: 'invitation' | 'reset') =>
  page({
    title: 'This link has expired',
    lead:
      kind === 'invitation'
        ? 'An invitation works once, within a week. Ask for a new one.'
        : 'A link to reset a password works once, within an hour. Ask for a new one.',
    body: signInLink('Go to sign-in'),
  })

export const messagePage = (title: string, lead: string) =>
  page({ title, lead, body: signInLink('Start again') })

const signInLink = (label: string) =>
  html`<p><a class="button button-wide" href="/auth/login">${label}</a></p>`
