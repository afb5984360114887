/** Why a sign-in or a session is refused. */
export const identity = {
  sessionEnded: 'The session has ended. Sign in again.',
  signedOut: 'This session was signed out. Sign in again.',
  noSession: 'There is no session to refresh.',
  noSuchSession: 'There is no such session, or it has ended.',
  tooOld: 'This sign-in took too long, is already complete, or started in another browser.',
  notCompleted: 'The sign-in was not completed. Start again.',
  cancelled: 'The sign-in was cancelled.',
  notResponding: 'The sign-in service is not responding. Try again in a moment.',
  notVerifiable: 'Tokens cannot be verified right now. Try again in a moment.',
  invalidToken: 'The access token is not valid. Sign in again.',
  twoPeople: 'The tokens belong to different people.',
  duplicateCookie: (name: string) =>
    `The cookie ${name} was sent more than once. Delete the cookies of this site in your browser, then sign in again.`,
  duplicateSignInCookie:
    'The cookie of the sign-in was sent more than once. Delete the cookies of this site in your browser, then sign in again.',
}
