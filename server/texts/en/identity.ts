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
  noAccountHere: 'This server does not keep your account: your sign-in service has its second factors.',
  proofNeeded: 'Enter your password or use a passkey first. That lasts ten minutes.',
  wrongPassword: 'The password is not right.',
  accountElsewhere:
    'This server does not keep your account. Change its address and password at your sign-in service.',
  /** What is wrong with a new address or password. */
  no_email: 'This is no e-mail address.',
  email_taken: 'There is already an account with this e-mail.',
  too_short: (characters: number) => `The password is too short. Use at least ${characters} characters.`,
  too_long: (characters: number) => `The password is too long. Use at most ${characters} characters.`,
  same_as_email:
    'The password is made of your e-mail address. Choose something that has nothing to do with it.',
  too_common:
    'This password is easy to guess. It is a common one, or a common one with digits added. Take a few words that do not belong together.',
  wrongCode:
    'The code is not right. Type the one that the app shows now; the clock of the phone must be right.',
  setupTooOld: 'This setup has expired. Start again with a new QR code.',
  hasApp: 'Your account has an authenticator app already. Remove it first.',
  hasNoApp: 'Your account has no authenticator app.',
  passkeyRefused: 'The passkey was not accepted. Try again.',
  noPasskey: 'Your account has no passkey.',
  noSuchPasskey: 'There is no such passkey.',
  tooManyPasskeys: (most: number) => `An account may have at most ${most} passkeys. Remove one first.`,
  noPasskeysHere: {
    plain_http: 'Browsers offer passkeys over https only, and this server is opened over plain http.',
    ip_address: 'Browsers offer passkeys for a name only, and this server is opened at an IP address.',
  },
}
