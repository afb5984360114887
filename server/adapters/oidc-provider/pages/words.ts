import type { FieldErrors } from '../../../identity/local/accounts.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../identity/local/accounts.ts'
import type { AddressProblem } from '../../../identity/local/factors/relying-party.ts'
import { CODES_PER_ADDRESS, PER_ACCOUNT, WINDOW_MINUTES } from '../../../identity/local/sign-in-throttle.ts'
import type { Language } from '../../../language.ts'

type Problem = Exclude<FieldErrors[keyof FieldErrors], undefined>

const en = {
  foot: 'Independent of LHDN. A help, not advice: you sign the return. Your password is stored only on this server, and only as a hash that cannot be reversed.',
  email: 'E-mail',
  password: 'Password',
  show: 'Show the password',
  hint: `At least ${SHORTEST_PASSWORD} characters. A few words are easy to remember and hard to guess.`,
  code: {
    label: 'Code of this server',
    hint: 'The server shows it where it was started. It keeps others on the network from being first.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Welcome back to the tax tracker on this server.',
    button: 'Sign in',
    newHere: 'New here?',
    create: 'Create an account',
    ask: 'New here? Ask the person who runs this server for an invitation.',
  },
  forgotten: {
    title: 'Forgotten?',
    text: 'Ask the person who runs this server for a link. On the machine it runs on, they type',
    link: 'The link lets you choose a new password. It works once, within an hour.',
    address: 'YOUR-E-MAIL',
  },
  passkey: {
    button: 'Sign in with a passkey',
    failed: 'No passkey was used. Try again, or type your password.',
    notHere: {
      plain_http:
        'Passkeys work over https only. This server is opened over plain http, so type your password.',
      ip_address:
        'Passkeys belong to the name of a server. This one is opened at an IP address, so type your password.',
    } satisfies Record<AddressProblem, string>,
  },
  second: {
    title: 'One more step',
    lead: 'Type the code that your authenticator app shows now.',
    label: 'Code',
    hint: '6 digits, another one every 30 seconds.',
    button: 'Continue',
    lost: {
      title: 'Without your phone?',
      text: 'Type one of your recovery codes instead; each works once. If you have none left, ask the person who runs this server. On the machine it runs on, they type',
      after: 'Then your password is enough, and you can set the app up again.',
    },
  },
  told: {
    title: 'Before you go on',
    app_removed: (day: string) => `Your authenticator app was removed in your account on ${day}.`,
    factors_reset: (day: string) =>
      `The person who runs this server removed your authenticator app, recovery codes and passkeys on ${day}.`,
    now: 'Your password alone opens your account now.',
    notYou: 'If you did not want this, change your password and set the app up again, both in Account.',
    button: 'Continue',
  },
  signUp: {
    title: 'Create your account',
    first: 'Make it yours',
    anyone: 'Your receipts all year, your reliefs in March.',
    being_first: 'You are the first one here. Create your account, and the tracker is yours.',
    invitation: 'You were invited. Create your account; only you can see your receipts.',
    button: 'Create account',
    before: 'Here before?',
    signIn: 'Sign in',
  },
  reset: {
    title: 'Choose a new password',
    for: 'For',
    consequence: 'You will be signed out on all devices.',
    label: 'New password',
    button: 'Save password',
    done: 'Your password is changed',
    doneLead: 'You are signed out on all devices. Sign in with the new password.',
  },
  problems: {
    wrong_sign_in: [
      'The e-mail or the password is not right.',
      `Try again. After ${PER_ACCOUNT} wrong tries you wait ${WINDOW_MINUTES} minutes.`,
    ],
    wrong_passkey: ['The passkey was not accepted.', 'Try again, or type your password.'],
    wrong_second_code: [
      'The code is not right.',
      `Type the one that the app shows now; each works once. After ${PER_ACCOUNT} wrong tries you wait ${WINDOW_MINUTES} minutes.`,
    ],
    codes_unreadable: [
      'The server can no longer check codes of your app.',
      'Its key has changed. Use a recovery code or a passkey, then set the app up again in Account.',
    ],
    wrong_code: [
      'The code is not right.',
      `The server shows it where it was started, another one each time. After ${CODES_PER_ADDRESS} wrong tries you wait ${WINDOW_MINUTES} minutes.`,
    ],
    sign_up_closed: ['You need an invitation to create an account here.', 'Each invitation works only once.'],
    no_email: ['This is no e-mail address.', 'Enter an e-mail address, such as aisyah@example.com.'],
    email_taken: ['There is already an account with this e-mail.', 'Sign in instead.'],
    too_short: [
      'The password is too short.',
      `Use at least ${SHORTEST_PASSWORD} characters; a few words will do.`,
    ],
    too_long: ['The password is too long.', `Use at most ${LONGEST_PASSWORD} characters.`],
    same_as_email: [
      'The password is made of your e-mail address.',
      'Choose something that has nothing to do with it.',
    ],
    too_common: [
      'This password is easy to guess.',
      'It is a common one, or a common one with digits added. Take a few words that do not belong together.',
    ],
  } satisfies Record<Problem, [string, string]>,
  tooMany: 'Too many attempts.',
  wait: (minutes: number) => `Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
  links: {
    invitation: 'An invitation works once, within a week. Ask for a new one.',
    reset: 'A link to reset a password works once, within an hour. Ask for a new one.',
    title: 'This link has expired',
    action: 'Go to sign-in',
  },
  expired: {
    title: 'This sign-in page has expired',
    lead: 'It was opened too long ago, is already complete, or belongs to another browser.',
  },
  failed: {
    title: 'That did not work',
    lead: 'Nothing was changed. Try again in a moment.',
    full: 'The server has no room left. Tell the person who runs it. Nothing was changed.',
    storage: 'The storage of the server does not respond. Try again in a moment. Nothing was changed.',
    address: 'The address is not complete. Nothing was changed.',
    otherSite: 'The form was sent from another site. Nothing was changed.',
  },
  unknown: {
    title: 'This page cannot be shown',
    lead: 'The address is incomplete, or the sign-in it belongs to has ended.',
  },
  again: 'Start again',
}

export type Words = typeof en

const ms: Words = {
  foot: 'Bebas daripada LHDN. Sekadar membantu, bukan nasihat: anda yang menandatangani borang. Kata laluan anda hanya disimpan di pelayan ini, sebagai cincangan yang tidak dapat dipulihkan.',
  email: 'E-mel',
  password: 'Kata laluan',
  show: 'Tunjukkan kata laluan',
  hint: `Sekurang-kurangnya ${SHORTEST_PASSWORD} aksara. Beberapa perkataan mudah diingat dan sukar diteka.`,
  code: {
    label: 'Kod pelayan ini',
    hint: 'Pelayan memaparkannya di tempat ia dimulakan. Dengan kod ini, orang lain di rangkaian tidak dapat mendahului anda.',
  },
  signIn: {
    title: 'Log masuk',
    lead: 'Selamat kembali ke penjejak cukai di pelayan ini.',
    button: 'Log masuk',
    newHere: 'Baru di sini?',
    create: 'Buka akaun',
    ask: 'Baru di sini? Minta jemputan daripada orang yang mengurus pelayan ini.',
  },
  forgotten: {
    title: 'Terlupa?',
    text: 'Minta pautan daripada orang yang mengurus pelayan ini. Pada mesin pelayan itu, dia menaip',
    link: 'Dengan pautan itu, anda boleh memilih kata laluan baharu. Ia boleh digunakan sekali sahaja, dalam masa sejam.',
    address: 'E-MEL-ANDA',
  },
  passkey: {
    button: 'Log masuk dengan kunci laluan',
    failed: 'Tiada kunci laluan digunakan. Cuba lagi, atau taip kata laluan anda.',
    notHere: {
      plain_http:
        'Kunci laluan hanya berfungsi melalui https. Pelayan ini dibuka melalui http biasa, jadi taip kata laluan anda.',
      ip_address:
        'Kunci laluan terikat pada nama pelayan. Pelayan ini dibuka pada alamat IP, jadi taip kata laluan anda.',
    },
  },
  second: {
    title: 'Satu langkah lagi',
    lead: 'Taip kod yang dipaparkan oleh aplikasi pengesah anda sekarang.',
    label: 'Kod',
    hint: '6 digit, kod lain setiap 30 saat.',
    button: 'Teruskan',
    lost: {
      title: 'Tiada telefon anda?',
      text: 'Taip salah satu kod pemulihan anda; setiap satu boleh digunakan sekali. Jika tiada lagi, minta bantuan orang yang mengurus pelayan ini. Pada mesin pelayan itu, dia menaip',
      after: 'Selepas itu kata laluan sahaja memadai, dan anda boleh menyediakan aplikasi itu semula.',
    },
  },
  told: {
    title: 'Sebelum anda teruskan',
    app_removed: (day) => `Aplikasi pengesah anda telah dibuang dalam akaun anda pada ${day}.`,
    factors_reset: (day) =>
      `Orang yang mengurus pelayan ini telah membuang aplikasi pengesah, kod pemulihan dan kunci laluan anda pada ${day}.`,
    now: 'Sekarang kata laluan anda sahaja sudah cukup untuk membuka akaun anda.',
    notYou:
      'Jika anda tidak menghendakinya, tukar kata laluan dan sediakan aplikasi itu semula, kedua-duanya dalam Akaun.',
    button: 'Teruskan',
  },
  signUp: {
    title: 'Buka akaun anda',
    first: 'Jadikan ia milik anda',
    anyone: 'Resit sepanjang tahun, pelepasan pada bulan Mac.',
    being_first: 'Anda yang pertama di sini. Buka akaun anda, dan penjejak ini milik anda.',
    invitation: 'Anda telah dijemput. Buka akaun anda; hanya anda yang dapat melihat resit anda.',
    button: 'Buka akaun',
    before: 'Sudah ada akaun?',
    signIn: 'Log masuk',
  },
  reset: {
    title: 'Pilih kata laluan baharu',
    for: 'Untuk',
    consequence: 'Anda akan dilog keluar daripada semua peranti.',
    label: 'Kata laluan baharu',
    button: 'Simpan kata laluan',
    done: 'Kata laluan anda telah ditukar',
    doneLead: 'Anda telah dilog keluar daripada semua peranti. Log masuk dengan kata laluan baharu.',
  },
  problems: {
    wrong_sign_in: [
      'E-mel atau kata laluan tidak betul.',
      `Cuba lagi. Selepas ${PER_ACCOUNT} kali salah, anda perlu menunggu ${WINDOW_MINUTES} minit.`,
    ],
    wrong_passkey: ['Kunci laluan itu tidak diterima.', 'Cuba lagi, atau taip kata laluan anda.'],
    wrong_second_code: [
      'Kod itu tidak betul.',
      `Taip kod yang dipaparkan oleh aplikasi sekarang; setiap kod hanya boleh digunakan sekali. Selepas ${PER_ACCOUNT} kali salah, anda perlu menunggu ${WINDOW_MINUTES} minit.`,
    ],
    codes_unreadable: [
      'Pelayan tidak lagi dapat menyemak kod aplikasi anda.',
      'Kunci pelayan telah berubah. Gunakan kod pemulihan atau kunci laluan, kemudian sediakan aplikasi itu semula dalam Akaun.',
    ],
    wrong_code: [
      'Kod itu tidak betul.',
      `Pelayan memaparkannya di tempat ia dimulakan, kod lain setiap kali. Selepas ${CODES_PER_ADDRESS} kali salah, anda perlu menunggu ${WINDOW_MINUTES} minit.`,
    ],
    sign_up_closed: [
      'Anda perlukan jemputan untuk membuka akaun di sini.',
      'Setiap jemputan hanya boleh digunakan sekali.',
    ],
    no_email: ['Ini bukan alamat e-mel.', 'Masukkan alamat e-mel, contohnya aisyah@example.com.'],
    email_taken: ['Sudah ada akaun dengan e-mel ini.', 'Sila log masuk.'],
    too_short: [
      'Kata laluan terlalu pendek.',
      `Gunakan sekurang-kurangnya ${SHORTEST_PASSWORD} aksara; beberapa perkataan pun memadai.`,
    ],
    too_long: ['Kata laluan terlalu panjang.', `Gunakan paling banyak ${LONGEST_PASSWORD} aksara.`],
    same_as_email: [
      'Kata laluan ini dibuat daripada alamat e-mel anda.',
      'Pilih sesuatu yang tiada kaitan dengannya.',
    ],
    too_common: [
      'Kata laluan ini mudah diteka.',
      'Ramai orang menggunakannya, atau ia kata laluan biasa yang ditambah angka. Gunakan beberapa perkataan yang tiada kaitan antara satu sama lain.',
    ],
  },
  tooMany: 'Terlalu banyak percubaan.',
  wait: (minutes) => `Cuba lagi dalam ${minutes} minit.`,
  links: {
    invitation: 'Jemputan hanya boleh digunakan sekali, dalam masa seminggu. Minta yang baharu.',
    reset: 'Pautan menukar kata laluan hanya boleh digunakan sekali, dalam masa sejam. Minta yang baharu.',
    title: 'Pautan ini sudah tamat tempoh',
    action: 'Ke halaman log masuk',
  },
  expired: {
    title: 'Halaman log masuk ini sudah tamat tempoh',
    lead: 'Ia dibuka terlalu lama dahulu, sudah selesai digunakan, atau milik pelayar lain.',
  },
  failed: {
    title: 'Tidak berjaya',
    lead: 'Tiada apa-apa yang berubah. Cuba lagi sebentar.',
    full: 'Pelayan ini sudah kehabisan ruang. Beritahu orang yang mengendalikannya. Tiada apa-apa yang berubah.',
    storage: 'Storan pelayan tidak memberi respons. Cuba lagi sebentar. Tiada apa-apa yang berubah.',
    address: 'Alamatnya tidak lengkap. Tiada apa-apa yang berubah.',
    otherSite: 'Borang dihantar dari laman lain. Tiada apa-apa yang berubah.',
  },
  unknown: {
    title: 'Halaman ini tidak dapat ditunjukkan',
    lead: 'Alamatnya tidak lengkap, atau sesi log masuknya sudah tamat.',
  },
  again: 'Mula semula',
}

export const words: Record<Language, Words> = { en, ms }
