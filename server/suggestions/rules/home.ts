import type { RuleFile } from '../rule.ts'

export const home: RuleFile = {
  merchants: [
    {
      id: 'ev-charger-operator',
      words: `chargev, chargenow, gentari, jomcharge, chargesini, charge sini, tesla supercharger, supercharger, dc handal,
        shell recharge, ev charging, ev charger, ev station, pengecas ev, stesen pengecas, evc network, tnb electron,
        go to u, kineta, exicom, chargehere`,
      reads: { en: 'EV charging', ms: 'pengecasan EV' },
      reliefs: ['ev-charging'],
      confidence: 0.3,
      rest: 'asked',
      question: {
        en: 'Is this an installation, a hired or bought charger or a subscription for your own private car? Whether paying by the kilowatt-hour counts is not settled.',
        ms: 'Adakah ini pemasangan, sewaan atau pembelian pengecas, atau langganan untuk kereta persendirian anda? Belum pasti sama ada bayaran mengikut kilowatt-jam dikira.',
      },
    },
    {
      id: 'appliance-shop',
      words: `senheng, senq, courts malaysia, courts mammoth, harvey norman, best denki, electrical, elektrik, electronics,
        elektronik, home appliance, appliances, barangan elektrik, esh, tan boon ming, hlk, onking, cctv, security system,
        audio visual, megamall electrical`,
      hints: 'electro, electric, elektro',
      reads: {
        en: 'electrical goods; general appliances have no relief',
        ms: 'barangan elektrik; perkakas biasa tiada pelepasan',
      },
      confidence: 0.7,
    },
  ],
  items: [
    {
      id: 'ev-charger',
      words: `ev charger, wall connector, ev wallbox, wallbox, wall box charger, wall charger ev, ev home charger, ev charger installation,
        ev charging installation, pemasangan pengecas ev, pengecas ev, ev charging subscription, charging subscription,
        ev charging plan, charger rental`,
      reads: {
        en: 'reads as an EV charging facility for your own car',
        ms: 'dibaca sebagai kemudahan pengecasan EV untuk kereta anda sendiri',
      },
      reliefs: ['ev-charging'],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'charging-by-the-hour',
      words: 'kwh, dc charging, ac charging, charging session, charging fee, sesi pengecasan, caj pengecasan',
      reads: {
        en: 'reads as charging paid by use',
        ms: 'dibaca sebagai pengecasan yang dibayar mengikut penggunaan',
      },
      reliefs: ['ev-charging'],
      confidence: 0.25,
      at: ['ev-charger-operator'],
      question: {
        en: 'Whether paying for public charging by the kilowatt-hour counts is not settled. Does it count?',
        ms: 'Belum pasti sama ada bayaran pengecasan awam mengikut kilowatt-jam dikira. Adakah ia dikira?',
      },
    },
    {
      id: 'composter',
      words: `food waste composter, food composter, composter, composting machine, food waste machine, mesin kompos,
        kompos sisa makanan, bokashi bin, composting bin, tong kompos`,
      reads: {
        en: 'reads as a food-waste composter for the household (once)',
        ms: 'dibaca sebagai mesin pengkomposan sisa makanan untuk isi rumah (sekali sahaja)',
      },
      reliefs: ['food-waste-composter'],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'grinder',
      words: `food waste grinder, food waste disposer, food disposer, waste disposer, insinkerator, pengisar sisa makanan,
        kitchen waste disposer`,
      reads: {
        en: 'reads as a food-waste grinder for the household (once)',
        ms: 'dibaca sebagai mesin pengisar sisa makanan untuk isi rumah (sekali sahaja)',
      },
      reliefs: ['food-waste-grinder'],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'cctv',
      words: `cctv, kamera litar tertutup, cctv camera, ip camera, security camera, kamera keselamatan, wifi camera, wi fi camera,
        home camera, dome camera, bullet camera, cctv installation, pemasangan cctv, hikvision, dahua, tapo c200,
        tapo c210, ezviz, imou, nvr, dvr`,
      unless: ['dashcam', 'dash cam'],
      reads: {
        en: 'reads as closed-circuit television for the household (once)',
        ms: 'dibaca sebagai kamera litar tertutup (CCTV) untuk isi rumah (sekali sahaja)',
      },
      reliefs: ['household-cctv'],
      confidence: 0.75,
      also: ['device-shop', 'marketplace', 'hardware-shop', 'department-store'],
    },
  ],
  exclusions: [
    {
      id: 'appliance',
      words: `washing machine, mesin basuh, refrigerator, peti sejuk, fridge, air conditioner, aircond, penghawa dingin, fan, kipas,
        rice cooker, periuk nasi, kettle, cerek, oven, microwave, ketuhar, blender, pengisar, iron, seterika, vacuum,
        television, tv, water heater, pemanas air, water filter, lamp, lampu, bulb, mentol, socket, plug, wire, wayar,
        battery, bateri, switch, suis, delivery, installation fee aircond`,
      reads: { en: 'is a general appliance and does not count', ms: 'ialah perkakas biasa dan tidak dikira' },
      weak: true,
      also: ['hardware-shop', 'department-store'],
    },
    {
      id: 'parking-and-idle',
      words: 'idle fee, parking fee, bayaran parkir, overstay',
      reads: { en: 'is not charging and does not count', ms: 'bukan pengecasan dan tidak dikira' },
      at: ['ev-charger-operator'],
    },
  ],
}
