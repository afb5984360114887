import type { RuleFile } from '../rule.ts'

const paidByUse = {
  en: 'Whether paying for public charging by the kilowatt-hour counts is not settled. Does it count?',
  ms: 'Belum pasti sama ada bayaran pengecasan awam mengikut kilowatt-jam dikira. Adakah ia dikira?',
}

export const home: RuleFile = {
  merchants: [
    {
      id: 'ev-charger-operator',
      words: `chargev, chargenow, gentari, jomcharge, chargesini, charge sini, tesla supercharger, supercharger, dc
        handal, shell recharge, ev charging, ev charger, ev station, pengecas ev, stesen pengecas, evc network, tnb
        electron, go to u, kineta, chargehere, gentari green, gentari green mobility, gentari go, chargev services,
        yinson greentech, yinson green, drivev, shell recharge malaysia, tesla charging, tesla supercharging,
        dchandal, dc handal services, jomcharge ev, ev connection, evc charger, rexharge, kineta charge, caltex ev,
        petronas ev, setel ev, setel ev charging, porsche charging, bmw charging, bp pulse, go to u malaysia, carput
        zap, flash charge, tnb go to u, tnbx, tnb ev, sync chargers, chargeev, electric vehicle charging, ev charge,
        charging hub, charge hub, charging point, ev point, stesen ev, 充电站, charge plus, charge malaysia, ev solution, ev solutions, ev mobility, ev power, ev energy, ev system, ev tech, ev hub, e mobility, electric mobility, ev network, ev recharge, recharge ev, ev infrastructure, gocharge, go charge, evgo, evpoint, evcharge, mycharge, my charge ev`,
      hints: 'ev',
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
      words: `senheng, senq, courts malaysia, courts mammoth, harvey norman, best denki, electrical, elektrik,
        electronics, elektronik, home appliance, appliances, barangan elektrik, esh, tan boon ming, hlk, onking,
        cctv, security system, audio visual, megamall electrical, senheng electric, senq digital, sen q, courts
        superstore, khind, pensonic, panasonic, sharp malaysia, daikin, midea, samsung digital, lg malaysia, lg
        brandshop, dyson, elba, electrolux, fotile, rinnai, hikvision, ezviz, dahua, tp link, imou, alarm system,
        home security, security solutions, smart home, cctv centre, autogate, auto gate, elektrik dan elektronik,
        electrical trading, dian qi, 电器, courts, sony store, sony centre, sony malaysia, toshiba, hitachi, haier, hisense, tcl`,
      hints: 'electro, electric, elektro, mayer, philips, tapo, alarm',
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
      words: `ev charger, wall connector, ev wallbox, wallbox, wall box charger, wall charger ev, ev home charger, ev
        charger installation, ev charging installation, pemasangan pengecas ev, pengecas ev, ev charging
        subscription, charging subscription, ev charging plan, charger rental, ev charger install, ev home charging,
        home ev charger, home charging, wallbox installation, wallbox 7kw, wallbox 11kw, wallbox 22kw, 7kw charger,
        11kw charger, 22kw charger, 7kw ev, 22kw ev, portable ev charger, pengecas kenderaan elektrik, pengecas
        kereta elektrik, tesla wall connector, byd wall charger, type 2 cable ev, ev charging cable, type 2 charging
        cable, ev cable, pemasangan pengecas, chargev subscription, chargev monthly, ev subscription, ev membership,
        ev charging membership, charging membership, ev charging pass, ev monthly plan, langganan pengecasan,
        langganan pengecas, monthly subscription ev, wayar pengecas ev, dian che chong dian zhuang, evlink, zappi, easee home, wallbox pulsar, pulsar plus, juicebox, terra ac, maxicharger, evbox, teison, ev home unit, ev charging cable type 2, ev socket, ev power point, 11kw unit, 7kw unit, 22kw unit, home 7kw, home 11kw, home 22kw, kabel pengecas ev, home charger, home charger package, home charger 7kw, home charger 11kw, home wall charger, wall mount charger ev, charger rumah ev, pengecas rumah ev, dc home charger, smart ev charger`,
      reads: {
        en: 'reads as an EV charging facility for your own car',
        ms: 'dibaca sebagai kemudahan pengecasan EV untuk kereta anda sendiri',
      },
      reliefs: ['ev-charging'],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'charger-word',
      words: `subscription, langganan, membership, keahlian, monthly plan, monthly pass, annual plan, installation, pemasangan, charger, pengecas, wall connector, home charger, cable, kabel, wiring, pendawaian, cabling, isolator, home unit, wall unit, hardware`,
      unless: ['kwh', 'session', 'sesi', 'dc', 'ac charging', 'top up', 'topup', 'credit'],
      reads: {
        en: 'reads as an EV charging facility for your own car',
        ms: 'dibaca sebagai kemudahan pengecasan EV untuk kereta anda sendiri',
      },
      reliefs: ['ev-charging'],
      confidence: 0.65,
      weak: true,
      at: ['ev-charger-operator'],
    },
    {
      id: 'charging-by-the-hour',
      words: `kwh, dc charging, ac charging, charging session, charging fee, sesi pengecasan, caj pengecasan, ev charging,
        ev charge, ev charging session, supercharger session, supercharging, dc fast charging, dc fast, fast
        charging, ac charge, dc charge, charging 180kw, charging 60kw, ev top up, ev credit, charging credit,
        charging wallet, pengecasan, pengecasan ev, public charging, chong dian, 充电, charging, supercharger,
        supercharging session`,
      reads: {
        en: 'reads as charging paid by use',
        ms: 'dibaca sebagai pengecasan yang dibayar mengikut penggunaan',
      },
      reliefs: ['ev-charging'],
      confidence: 0.25,
      at: ['ev-charger-operator', 'petrol-station', 'parking-and-toll', 'utility', 'motor-workshop'],
      question: paidByUse,
    },
    {
      id: 'charging-at-a-post',
      words: `ac 7kw, ac 11kw, ac 22kw, dc 24kw, dc 30kw, dc 40kw, dc 47kw, dc 50kw, dc 60kw, dc 90kw, dc 100kw, dc 120kw, dc 150kw, dc 160kw, dc 180kw, dc 200kw, dc 350kw, 22kw ac, 50kw dc, 60kw dc, 90kw dc, 120kw dc, 150kw dc, 180kw dc, ccs2, type 2 session, ev session, sesi ev, cas ev, mengecas ev, mengecas kereta, charging session, ev charging session, dc charging session, ac charging session, sesi pengecasan, sesi pengecasan ev`,
      unless: [
        'installation',
        'pemasangan',
        'unit',
        'charger',
        'pengecas',
        'wallbox',
        'adapter',
        'inverter',
        'solar',
        'motor',
      ],
      reads: {
        en: 'reads as charging paid by use',
        ms: 'dibaca sebagai pengecasan yang dibayar mengikut penggunaan',
      },
      reliefs: ['ev-charging'],
      confidence: 0.25,
      at: 'anywhere',
      question: paidByUse,
    },
    {
      id: 'composter',
      words: `food waste composter, food composter, composter, composting machine, food waste machine, mesin kompos,
        kompos sisa makanan, bokashi bin, composting bin, tong kompos, mesin kompos sisa, mesin pengkomposan,
        compost bin, compost machine, home composter, kitchen composter, electric composter, smart composter, food
        recycler, food cycler, foodcycler, reencle, maeko, maeko composter, bokashi, bokashi composting, tong
        bokashi, earthworm compost, vermicompost bin, mesin sisa makanan, food waste recycler, food waste dryer, chu
        yu ji, 厨余机`,
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
        kitchen waste disposer, garbage disposal, garbage disposer, food grinder sink, food waste disposal, food
        waste disposal machine, waste grinder, sink disposer, sink grinder, kitchen disposer, pengisar sisa,
        pengisar sisa dapur, mesin pengisar sisa, pengisar sisa makanan sinki`,
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
      words: `cctv, kamera litar tertutup, cctv camera, ip camera, security camera, kamera keselamatan, wifi camera, wi fi
        camera, home camera, dome camera, bullet camera, cctv installation, pemasangan cctv, hikvision, tapo c200,
        tapo c210, ezviz, nvr, dvr, tapo c100, tapo c110, tapo c220, tapo c225, tapo c500, tapo c310, tapo c320,
        tapo c510, tapo c520, ezviz h8c, ezviz c6n, ezviz h6c, imou ranger, imou cruiser, reolink, eufy cam,
        eufycam, xiaomi smart camera, mi home security camera, xiaomi home camera, home security camera, home
        security, outdoor camera, outdoor security camera, indoor camera, ptz camera, pt camera, surveillance
        camera, wifi cctv, smart cctv, smart camera, cctv set, cctv 4ch, cctv 8ch, cctv package, cctv system, pakej
        cctv, pasang cctv, video doorbell, doorbell camera, 360 camera wifi, v380, dvr 4ch, nvr 4ch, hilook,
        uniview, kamera cctv, kamera litar, kamera wifi, kamera rumah, jian kong, she xiang tou, 监控, 闭路电视, imou,
        dahua, arlo, arlo pro, arlo ultra, arlo essential, ring doorbell, ring indoor cam, ring stick up cam, nest cam, blink outdoor, blink mini, wyze cam, aqara camera, aqara camera hub, yi home camera, yoosee, srihome, botslab, swann, foscam, unifi protect camera, kasa cam, tapo camera, outdoor cam, indoor cam, security cam, spotlight cam, floodlight cam, battery cam, solar camera, kamera solar, kamera luar, kamera mentol, bulb camera, kamera ip, 2 camera kit, 4 camera kit, camera kit cctv, colorvu, ptz, tapo outdoor, tapo c120, tapo c125, tapo c211, tapo c212, tapo c222, tapo c230, tapo c246d, tapo c310, tapo c320ws, tapo c325wb, tapo c402, tapo c420, tapo c425, tapo c501gw, tapo c510w, tapo c520ws, tapo c560ws, ezviz c8c, ezviz c8w, ezviz h3c, ezviz h9c, ezviz hb8, imou rex, imou bullet, imou knight, imou versa, reolink argus, eufy solocam, xiaomi c300, xiaomi c400, xiaomi c500, xiaomi cw300, xiaomi cw400, xiaomi cw500`,
      unless: [
        'dashcam',
        'dash cam',
        'baby monitor',
        'repair',
        'baiki',
        'office',
        'pejabat',
        'stand',
        'bracket',
      ],
      reads: {
        en: 'reads as closed-circuit television for the household (once)',
        ms: 'dibaca sebagai kamera litar tertutup (CCTV) untuk isi rumah (sekali sahaja)',
      },
      reliefs: ['household-cctv'],
      confidence: 0.75,
      at: 'anywhere',
    },
  ],
  exclusions: [
    {
      id: 'appliance',
      words: `washing machine, mesin basuh, refrigerator, peti sejuk, fridge, air conditioner, aircond, penghawa dingin,
        fan, kipas, rice cooker, periuk nasi, kettle, cerek, oven, microwave, ketuhar, blender, pengisar, iron,
        seterika, vacuum, television, tv, water heater, pemanas air, water filter, lamp, lampu, bulb, mentol,
        socket, plug, wire, wayar, battery, bateri, switch, suis, delivery, installation fee aircond, air fryer, air
        cooler, air purifier, chest freezer, freezer, dishwasher, dryer, cloth dryer, induction cooker, gas stove,
        dapur gas, cooker hood, hob, thermo pot, water dispenser, water purifier, penapis air, coffee machine, steam
        iron, garment steamer, sewing machine, mesin jahit, soundbar, home theatre, hi fi, speaker, ps5,
        playstation, nintendo, led tv, smart tv, uhd tv, qled, oled, 4k tv, android tv, projector, dehumidifier,
        ceiling fan, stand fan, wall fan, bracket, tv bracket, cable, extension, smart plug, light, downlight, solar
        light, solar panel, inverter, doorbell, autogate, auto gate, gate motor, alarm, smart lock, digital lock,
        kunci digital, alarm system, motion sensor, intercom, delivery charge, warranty, bing xiang, xi yi ji, 冰箱,
        洗衣机, 冷气`,
      reads: { en: 'is a general appliance and does not count', ms: 'ialah perkakas biasa dan tidak dikira' },
      weak: true,
      also: ['hardware-shop', 'department-store'],
    },
    {
      id: 'parking-and-idle',
      words: `idle fee, parking fee, bayaran parkir, overstay, idle, idling fee, idle charge, top up wallet, reload
        wallet, car accessories, floor mat, tyre, key card, merchandise`,
      reads: { en: 'is not charging and does not count', ms: 'bukan pengecasan dan tidak dikira' },
      at: ['ev-charger-operator'],
    },
  ],
}
