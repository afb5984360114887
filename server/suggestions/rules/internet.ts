import type { RuleFile } from '../rule.ts'

const mobileQuestion = {
  en: 'No text of LHDN says whether a mobile plan, roaming or prepaid data is an internet subscription. Does it count?',
  ms: 'Tiada penjelasan LHDN sama ada pelan mudah alih, perayauan atau data prabayar ialah langganan internet. Adakah ia dikira?',
}

export const internet: RuleFile = {
  merchants: [
    {
      id: 'broadband',
      words: `unifi, telekom malaysia, tm technology, tm net, streamyx, time dotcom, time fibre, time internet, maxis
        fibre, maxis home, maxis broadband, celcom fibre, celcom broadband, digi fibre, celcomdigi fibre, astro
        fibre, ipro, allo technology, city broadband, viewqwest, myrepublic, starlink, broadband, jalur lebar,
        fibre, fiber, internet service, tm berhad, tm unifi, unifi home, unifi fibre, unifi business, isa fibre,
        maxis home fibre, maxisone home, celcom home, digi home, u home 5g, u mobile fibre, yes fibre, ytl
        broadband, ytl fibre, allo fibre, allo city, astro internet, astro broadband, starlink internet, spacex,
        spacex starlink, sacofa, sains wifi, red tone broadband, ocb broadband, signal broadband, wifian solutions,
        highfi, fibrecomm, internet provider, internet service provider, home broadband, kuan dai, 宽频, 光纤`,
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
        yes 5g, unifi mobile, ytl communications, onexox, altel, digi telecommunication, u mobile postpaid, celcom
        postpaid, digi postpaid, celcomdigi postpaid, maxis postpaid, maxisone, maxis berhad, maxis broadband
        postpaid, hotlink postpaid, hotlink prepaid, uni5g, unifi uni5g, u mobile prepaid, tone excel, tone plus,
        tone wow, xox mobile, xox media, black xox, ookyo, friendi, redone network, tunetalk, tune talk mobile, yes
        communications, esim, airalo, holafly, ubigi, saily, simify, klook esim, hello sim, hellosim, telin,
        kartuas, postpaid, prepaid`,
      hints: 'yes',
      reads: { en: 'mobile plan', ms: 'pelan mudah alih' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.3,
      rest: 'asked',
      question: mobileQuestion,
    },
    {
      id: 'pay-tv',
      words: `astro, njoi, measat broadcast, netflix, spotify, disney plus, iflix, viu, hbo go, apple music, youtube
        premium, measat, astro malaysia, astro njoi, astro go, sooka, unifi tv, disney, disney plus hotstar,
        disney+, hotstar, hbo max, amazon prime, prime video, apple tv, apple tv plus, apple one, youtube music,
        google one, google play, google cloud, google storage, icloud, icloud plus, dropbox, onedrive, microsoft
        365, chatgpt, openai, notion, tonton, mewatch, wetv, iqiyi, bilibili, crunchyroll, joox, deezer, tidal,
        soundcloud, paramount, playstation plus, playstation network, xbox game pass, nintendo online, steam games,
        steampowered, epic games, garena, codashop, razer gold, moonton, tinder, bumble, twitch, app store,
        itunes, njoi prepaid, astro prepaid, njoi top up`,
      hints: 'hbo, youtube, adobe, canva',
      reads: {
        en: 'television, films, music, games or software, which no relief covers',
        ms: 'televisyen, filem, muzik, permainan atau perisian, yang tiada pelepasan',
      },
      confidence: 0.85,
    },
  ],
  items: [
    {
      id: 'internet',
      words: `fibre, fiber, broadband, internet, unifi home, unifi 100mbps, wifi, wi fi, jalur lebar, mbps, gbps,
        langganan internet, internet subscription, home fibre, unifi, unifi 100mbps pack, unifi 300mbps, unifi
        500mbps, unifi 800mbps, wireless fibre, wireless broadband, 5g home, 5g wifi home, home 5g, home wifi, astro
        fibre, residential monthly, residential plan, starlink residential, residential lite, 1gbps, monthly
        internet, caj internet, bil internet, internet fee, internet bill, jalur lebar rumah, home internet, kuan
        dai, 宽频`,
      unless: ['mobile', 'prepaid', 'postpaid', 'tv'],
      reads: { en: 'reads as an internet subscription', ms: 'dibaca sebagai langganan internet' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.85,
    },
    {
      id: 'home-internet',
      words: `broadband, home fibre, fibre broadband, internet subscription, langganan internet, jalur lebar, unifi home,
        fibre internet, fiber internet, fibre 100mbps, fibre 300mbps, fibre 500mbps, unifi fibre, unifi 100mbps,
        home broadband, home internet, home wifi plan, wireless fibre, bil internet, bil unifi, wifi bill, maxis
        fibre, celcom fibre, time fibre, unifi bill`,
      reads: { en: 'reads as an internet subscription', ms: 'dibaca sebagai langganan internet' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'mobile-data',
      words: `postpaid, pascabayar, prepaid, prabayar, mobile plan, data plan, roaming, perayauan, reload, top up, topup,
        tambah nilai, pelan mudah alih, hotspot, data pass, mobile data, monthly commitment, unifi mobile, postpaid
        plan, mobile postpaid, prepaid top up, prepaid topup, isi semula, esim, e sim, travel sim, roaming pass,
        roam pass, data roaming, data add on, data top up, internet prepaid, prepaid internet, mobile internet,
        unlimited data, 5g plan, 5g postpaid, 5g prepaid, pelan data, pelan 5g, hotlink, mega 98, celcom mega, digi
        postpaid, maxis postpaid, u postpaid, umobile u, u38, u48, u68, u98, gx38, gx50, gx68, family line,
        supplementary line, sub line, talian tambahan, principal line, chong zhi, shou ji fei, 充值, 话费`,
      except: ['pay-tv'],
      reads: { en: 'reads as mobile data', ms: 'dibaca sebagai data mudah alih' },
      reliefs: ['lifestyle-internet'],
      confidence: 0.3,
      question: mobileQuestion,
    },
    {
      id: 'device-instalment',
      also: ['device-shop'],
      words: `device instalment, device installment, phone instalment, ansuran peranti, device payment, device contract,
        zerolution, easyphone, device bundle, device installment plan, ansuran telefon, ansuran bulanan peranti,
        phone installment, iphone 15 device, iphone instalment, iphone installment, samsung instalment, device plan,
        phone plan instalment, maxis zerolution, zerolution 360, celcom easyphone, celcom easy phone, digi
        phonefreedom, phonefreedom, phone freedom, phonefreedom365, u mobile upackage, unifi device, easy360, easy
        fone, easiphone, instalment, installment, ansuran`,
      reads: { en: 'reads as an instalment for a device', ms: 'dibaca sebagai ansuran peranti' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.3,
      outweighs: true,
      question: {
        en: 'Is this the instalment of a computer, phone or tablet? No guideline says whether instalments count in the year of each payment.',
        ms: 'Adakah ini ansuran komputer, telefon pintar atau tablet? Tiada garis panduan sama ada ansuran dikira pada tahun setiap bayaran.',
      },
    },
  ],
  exclusions: [
    {
      id: 'telephone-and-tv',
      words: `tv, unifi tv, hypptv, iptv, pay tv, voice, suara, panggilan, sms, idd, fixed line, talian tetap, home phone,
        tunggakan, arrears, overdue, previous balance, baki terdahulu, outstanding, late payment, caj lewat,
        deposit, stamp duty, duti setem, rental of line, netflix, netflix add on, disney plus, iqiyi, youtube
        premium, spotify, apple music, sports pack, entertainment pack, movie pack, family pack, kids pack, value
        pack, pek sukan, pay per view, astro go, decoder, set top box, ultra box, voice usage, call charges, call
        usage, caj panggilan, usage charges, voice plan, activation fee, activation, yuran pengaktifan,
        reconnection, reconnection fee, router, mesh wifi, wifi mesh, modem, starlink kit, hardware kit, standard
        kit, smart home, static ip, web hosting, hosting, email hosting, cloud storage, gadget insurance, device
        protection, sim card, sim replacement, penggantian sim, printing of bill, paper bill, cetak bil, donation,
        gaming pass, penalty, early termination, contract penalty, baki tertunggak, bil tertunggak, rounding,
        disney, hbo, viu, game, content, video, call, installation, pemasangan, dect, dect phone, phone rental,
        telephone rental, sewa telefon, telefon rumah, njoi, top up njoi, topup njoi, njoi top up, njoi prepaid, njoi reload, reload njoi, astro top up, astro prepaid, smart card, kad pintar, late charges, late charge, late fee, late payment charge, late payment charges, caj lewat bayar, caj bayaran lewat, service tax, cukai perkhidmatan, wifi pod, mesh pod, plume wifi, plume wifi pod, wifi extender, wifi booster, wifi 6 router, wifi 7 router, wifi dongle, pocket wifi device, cpe device, landline`,
      reads: {
        en: 'is not an internet subscription and does not count',
        ms: 'bukan langganan internet dan tidak dikira',
      },
    },
  ],
}
