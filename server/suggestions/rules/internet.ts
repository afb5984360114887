import type { RuleFile } from '../rule.ts'

const mobileQuestion = {
  en: 'No text of LHDN says whether a mobile plan, roaming or prepaid data is an internet subscription. Does it count?',
  ms: 'Tiada penjelasan LHDN sama ada pelan mudah alih, perayauan atau data prabayar ialah langganan internet. Adakah ia dikira?',
}

export const internet: RuleFile = {
  merchants: [
    {
      id: 'broadband',
      words: `unifi, telekom malaysia, tm technology, tm net, streamyx, time dotcom, time fibre, time internet, maxis fibre,
        maxis home, maxis broadband, celcom fibre, celcom broadband, digi fibre, celcomdigi fibre, astro fibre, ipro,
        allo technology, city broadband, viewqwest, myrepublic, starlink, broadband, jalur lebar, fibre, fiber,
        internet service`,
      reads: {
        en: 'internet subscription, if the account is in your own name',
        ms: 'langganan internet, jika akaunnya atas nama anda sendiri',
      },
      reliefs: ['lifestyle-internet'],
      confidence: 0.75,
    },
    {
      id: 'mobile-plan',
      words: `digi, celcom, celcomdigi, maxis, hotlink, u mobile, umobile, tune talk, xox, redone, red one, yoodo, yes 4g,
        yes 5g, unifi mobile, ytl communications, onexox, altel, digi telecommunication, u mobile postpaid`,
      reads: { en: 'mobile plan', ms: 'pelan mudah alih' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.3,
      rest: 'asked',
      question: mobileQuestion,
    },
    {
      id: 'pay-tv',
      words:
        'astro, njoi, measat broadcast, netflix, spotify, disney plus, iflix, viu, hbo go, apple music, youtube premium',
      reads: {
        en: 'television, films or music, which no relief covers',
        ms: 'televisyen, filem atau muzik, yang tiada pelepasan',
      },
      confidence: 0.85,
    },
  ],
  items: [
    {
      id: 'internet',
      words: `fibre, fiber, broadband, internet, unifi home, unifi 100mbps, wifi, wi fi, jalur lebar, mbps, gbps,
        langganan internet, internet subscription, home fibre, unifi`,
      unless: ['mobile', 'prepaid', 'postpaid', 'tv'],
      reads: { en: 'reads as an internet subscription', ms: 'dibaca sebagai langganan internet' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.85,
    },
    {
      id: 'home-internet',
      words:
        'broadband, home fibre, fibre broadband, internet subscription, langganan internet, jalur lebar, unifi home',
      reads: { en: 'reads as an internet subscription', ms: 'dibaca sebagai langganan internet' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'mobile-data',
      words: `postpaid, pascabayar, prepaid, prabayar, mobile plan, data plan, roaming, perayauan, reload, top up, topup,
        tambah nilai, pelan mudah alih, hotspot, data pass, mobile data, monthly commitment, unifi mobile`,
      reads: { en: 'reads as mobile data', ms: 'dibaca sebagai data mudah alih' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.3,
      question: mobileQuestion,
    },
    {
      id: 'device-instalment',
      words: `device instalment, device installment, phone instalment, ansuran peranti, device payment, device contract,
        zerolution, easyphone, device bundle`,
      reads: { en: 'reads as an instalment for a device', ms: 'dibaca sebagai ansuran peranti' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.3,
      question: {
        en: 'Is this the instalment of a computer, phone or tablet? No guideline says whether instalments count in the year of each payment.',
        ms: 'Adakah ini ansuran komputer, telefon pintar atau tablet? Tiada garis panduan sama ada ansuran dikira pada tahun setiap bayaran.',
      },
    },
  ],
  exclusions: [
    {
      id: 'telephone-and-tv',
      words: `tv, unifi tv, hypptv, iptv, pay tv, voice, suara, call, panggilan, sms, idd, fixed line, talian tetap,
        home phone, tunggakan, arrears, overdue, previous balance, baki terdahulu, outstanding, late payment,
        caj lewat, deposit, stamp duty, duti setem, rental of line, content, video`,
      reads: {
        en: 'is not an internet subscription and does not count',
        ms: 'bukan langganan internet dan tidak dikira',
      },
    },
  ],
}
