import { forgetSession } from '../api/session.ts'

/** Signs out by a form, as the answer may lead through the identity provider's own pages. */
export function signOut() {
  forgetSession()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/auth/logout'
  document.body.append(form)
  form.submit()
}
