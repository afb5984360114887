import type { Language } from '../../language.ts'

/** What the pages of these routes say. */
const en = {
  signInAgain: 'Sign in again',
  signOut: {
    title: 'Sign out?',
    lead: 'You stay signed in unless you confirm.',
    button: 'Sign out',
    stay: 'Stay signed in',
  },
  partlySignedOut: {
    title: 'You are signed out in this browser',
    lead: 'This browser no longer has a session, but not everything could be done:',
    atProvider: 'Sign out at the sign-in service',
    home: 'Go to the start page',
    explanations: {
      session_not_ended:
        'The session could not be ended on this server. A copy of its access token may work for up to a day.',
      refresh_token_not_revoked:
        'The sign-in service did not revoke the session. This application no longer accepts it.',
      other_sessions_not_ended_at_provider:
        'The sign-in service did not end your other sessions. This application no longer accepts them.',
    },
  },
}

type Words = typeof en

const ms: Words = {
  signInAgain: 'Log masuk semula',
  signOut: {
    title: 'Log keluar?',
    lead: 'Anda kekal log masuk selagi tidak mengesahkannya.',
    button: 'Log keluar',
    stay: 'Kekal log masuk',
  },
  partlySignedOut: {
    title: 'Anda telah dilog keluar dalam pelayar ini',
    lead: 'Pelayar ini tiada sesi lagi, tetapi tidak semuanya berjaya dilakukan:',
    atProvider: 'Log keluar di perkhidmatan log masuk',
    home: 'Ke halaman utama',
    explanations: {
      session_not_ended:
        'Sesi itu tidak dapat ditamatkan di pelayan ini. Salinan token aksesnya mungkin masih boleh digunakan sehingga sehari.',
      refresh_token_not_revoked:
        'Perkhidmatan log masuk tidak membatalkan sesi itu. Aplikasi ini tidak lagi menerimanya.',
      other_sessions_not_ended_at_provider:
        'Perkhidmatan log masuk tidak menamatkan sesi anda yang lain. Aplikasi ini tidak lagi menerimanya.',
    },
  },
}

export const words: Record<Language, Words> = { en, ms }
