import type { RuleFile } from '../rule.ts'
import { listed } from './document-kinds.ts'

const disputed = {
  en: 'LHDN does not say whether a smartwatch, e-reader, printer, monitor, part or repair counts as a computer, phone or tablet. Does it count?',
  ms: 'LHDN tidak menyatakan sama ada jam pintar, pembaca e-buku, pencetak, monitor, alat ganti atau pembaikan dikira sebagai komputer, telefon pintar atau tablet. Adakah ia dikira?',
}

/** Words of other things that the makers of phones and computers sell. */
const notTheDevice =
  listed(`watch, buds, earbuds, freebuds, airpods, earphone, earphones, headphone, headphones, headset, band, smart band, fit, tv, television, qled, oled tv, uhd, robot, vacuum,
  speaker, soundbar, camera, cctv, fridge, refrigerator, washer, washing, aircond, air conditioner, microwave, air fryer, rice cooker, air purifier, purifier, fan, kettle, projector,
  cpu, ssd, ram, ddr4, ddr5, nvme, hdd, gpu, graphics card, motherboard, psu, power supply, cooler, chassis, gaming chair, chair, lens, lens protector, pen, stylus, pencil, smarttag, airtag, ring, scale, trimmer, shaver, scooter, light, lamp, backpack, beg, sim, plan, postpaid, prepaid, photo printing, repair, repairs, replacement, replace, baiki, pembaikan, tukar, ganti, lcd, skrin, servis, servicing, format, upgrade, insurance, insurans, warranty, instalment, installment, ansuran, ebook, monitor, inkjet, printer, class, kelas, course, magazine, majalah, book, buku`)

export const devices: RuleFile = {
  merchants: [
    {
      id: 'device-shop',
      words: `computer, komputer, laptop, notebook, handphone, hand phone, mobile phone, smartphone, telefon bimbit, phone
        shop, phone centre, kedai telefon, telefon, telecommunication shop, gadget, mobile centre, mobile store,
        mobile shop, mobile gadget, mobile world, mobile house, apple store, apple malaysia, apple south asia,
        thundermatch, tmt, all it, it hypermarket, pc image, viewnet, ideal tech, samsung experience, samsung store,
        mi store, xiaomi, huawei, oppo, vivo, realme, honor, asus, acer, lenovo, dell, urban republic, directd,
        satugadget, mac centre, switch concept, info tech, infotech, handphone shop, handphone zone, senheng mobile,
        digital store, machines store, epicentre, mac city, mac studio, istudio, apple authorised, apple premium,
        apple reseller, apple com, asus store, asus rog, rog store, lenovo store, dell malaysia, hp store, hp
        online, acer store, msi store, illegear, microsoft store, huawei store, oppo store, vivo store, honor store,
        realme store, tecno store, google store, nothing store, oneplus, sns network, gloo, it world, harvey norman
        it, all it hypermarket, allit, c zone, czone, startec, brightstar, mr phone, king phone, phone city, sen q
        mobile, mesra mobile, mobile2go, mobile 2 go, dirext d, satu gadget, gadgets world, playgadget, gamers
        hideout, digital mall, low yat, lowyat, plaza low yat, pc depot, pc store, pc shop, gaming pc, tech shop,
        kedai komputer, kedai handphone, kedai gajet, gajet, gadget shop, telefon pintar, telco shop, mobile phone
        centre, computers, compuworld, laptop factory outlet, notebook plaza, tablet store, mobile accessories,
        phone repair, ifix, dr phone, phone doctor, shou ji, dian nao, 手机, 电脑`,
      hints: `mobile, communication, communications, telco, phone, telecom, machines, hp, irepair, repair, repairs`,
      unless: ['computer class', 'kelas komputer', 'computer training'],
      reads: { en: 'computer and phone shop', ms: 'kedai komputer dan telefon' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.6,
      restFromSen: 80000,
    },
    {
      id: 'marketplace',
      words: `shopee, lazada, tiktok shop, amazon, temu, pg mall, carousell, mudah my, qoo10, ebay, taobao, aliexpress,
        tiktok, tik tok shop, shopee mobile, shein, zalora marketplace, lelong, youbeli, ezbuy, jd com, pinduoduo,
        alibaba, lazmall, shopeepay, shopee express, official store lazada, official store shopee, etsy, tmall`,
      reads: {
        en: 'marketplace; its order page is not the receipt of the seller',
        ms: 'pasaran dalam talian; halaman pesanannya bukan resit penjual',
      },
      confidence: 0.6,
    },
  ],
  items: [
    {
      id: 'device',
      words: `laptop, macbook, chromebook, ipad, iphone, smartphone, smart phone, handphone, hand phone, mobile phone,
        telefon pintar, telefon bimbit, komputer riba, personal computer, desktop pc, desktop computer, gaming pc,
        all in one pc, imac, mac mini, galaxy, oppo, redmi, realme, vivo, infinix, tecno, honor magic, huawei mate,
        huawei nova, huawei pura, matepad, redmi note, redmi pad, xiaomi pad, tablet pc, surface pro, matebook,
        vivobook, zenbook, ideapad, thinkpad, macbook air, macbook pro, ipad pro, ipad mini, iphone 12, iphone 13,
        iphone 14, iphone 15, iphone 16, iphone 17, iphone se, galaxy s23, galaxy s24, galaxy s25, galaxy s26,
        galaxy z flip, galaxy z fold, galaxy fold, galaxy a15, galaxy a16, galaxy a25, galaxy a35, galaxy a55,
        galaxy a56, galaxy tab, tab s9, tab s10, tab a9, xiaomi 14, xiaomi 15, redmi 13c, redmi note 13, redmi note
        14, poco x6, poco f6, poco f7, poco m6, huawei nova 12, oppo reno, oppo find, reno 12, reno 13, oppo a3,
        vivo v30, vivo v40, vivo y28, vivo x200, iqoo, honor x9, honor 200, honor 400, honor pad, realme 12, realme
        c65, realme gt, nothing phone, google pixel, pixel 8, pixel 9, pixel 10, zenfone, rog phone, rog strix, rog
        zephyrus, rog ally, tuf gaming, msi katana, msi cyborg, msi thin, msi stealth, predator helios, acer nitro,
        acer swift, acer aspire, aspire 5, aspire 7, legion 5, legion pro, lenovo loq, loq 15, yoga slim, yoga 7,
        ideapad slim, thinkbook, hp victus, hp pavilion, hp envy, hp omen, hp omnibook, dell inspiron, dell xps,
        dell latitude, alienware, gigabyte aorus laptop, vivobook go, expertbook, chromebook plus, surface laptop,
        surface go, matepad pro, lenovo tab, lenovo pad, oppo pad, mediapad, samsung tab, mini pc, desktop set, pc
        set, custom pc, pc rig, gaming desktop, gaming laptop, used laptop, refurbished laptop, laptop terpakai,
        laptop gaming, komputer meja, komputer peribadi, pc pejabat, tablet android, android tablet, drawing tablet
        pc, kids tablet, telefon mudah alih, feature phone, nokia 105, nokia phone, redmi 14c, redmi a3, infinix
        note, infinix hot, tecno spark, tecno camon, shou ji, bi ji ben, dian nao, ping ban, 手机, 笔记本电脑, 平板, 电脑, xperia, sony xperia, motorola, moto g, moto edge, razr, blackview, ulefone, doogee, oukitel, nubia, redmagic, red magic, zte blade, itel, iphone air, redmi turbo, galaxy m, galaxy xcover, poco c, poco x7, honor magic v, fire hd, amazon fire tablet, galaxy book, lg gram, elitebook, probook, zbook, travelmate, mac studio, optiplex, intel nuc, beelink, minisforum, thinkcentre, vostro, surface book, proart, swift go, aspire go, avita, chuwi, teclast, modern 14, prestige 14, katana 15, vector 16, tuf a15, tuf f15`,
      unless: [...notTheDevice, 'case', 'cover', 'casing', 'sarung'],
      reads: {
        en: 'reads as a computer, phone or tablet',
        ms: 'dibaca sebagai komputer, telefon pintar atau tablet',
      },
      reliefs: ['lifestyle-devices'],
      confidence: 0.9,
      at: 'anywhere',
      fromSen: 15000,
    },
    {
      id: 'device-word',
      words: `notebook, tablet, pc, desktop, computer, komputer, phone, telefon, xiaomi, redmi, samsung, oppo, vivo,
        realme, honor, huawei, nokia, infinix, tecno, galaxy, poco, asus, acer, lenovo, dell, aspire, inspiron,
        pavilion, swift, nitro, legion, 5g 128gb, 5g 256gb, 8gb 256gb, 12gb 256gb, 12gb 512gb, oneplus, pixel, 8
        256gb, 8 128gb, 12 512gb, 12 256, 12 512, 8 256, 6 128gb, 4 128gb, 5g, ryzen 5, ryzen 7, core i5, core i7,
        core ultra, i5 12th, i7 13th, rtx4050, rtx4060, rtx3050, rtx5060, rtx 4060, rtx 4050`,
      reads: {
        en: 'reads as a computer, phone or tablet',
        ms: 'dibaca sebagai komputer, telefon pintar atau tablet',
      },
      reliefs: ['lifestyle-devices'],
      confidence: 0.7,
      unless: notTheDevice,
      also: ['mobile-plan', 'broadband'],
      weak: true,
      fromSen: 30000,
    },
    {
      id: 'repair',
      words: `repair, repairs, repairing, baiki, baik pulih, pembaikan, membaiki, servis, servicing, service charge laptop, laptop service, laptop servicing, formatting, format laptop, format pc, format windows, diagnostic fee, diagnosis fee, labour charge, upah,
        lcd, lcd replacement, screen replacement, skrin, tukar skrin, ganti skrin, tukar lcd, ganti lcd, touch screen replacement, display replacement, back glass, back glass replacement, battery replacement, tukar bateri, ganti bateri, replace battery,
        change battery, keyboard replacement, ganti keyboard, tukar keyboard, motherboard repair, water damage, data recovery, ram upgrade, ssd upgrade, upgrade ram, upgrade ssd, charging port, port charging, replacement, replace, xiu li, 维修, 换屏`,
      reads: { en: 'reads as a repair or a part', ms: 'dibaca sebagai pembaikan atau alat ganti' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.25,
      outweighs: true,
      also: ['appliance-shop', 'mobile-plan'],
      question: disputed,
    },
    {
      id: 'repair-of-a-device',
      words: `phone repair, laptop repair, computer repair, iphone repair, tablet repair, macbook repair, baiki telefon, baiki laptop, baiki komputer, iphone screen replacement, iphone battery replacement, lcd iphone, lcd repair, phone screen, laptop screen, laptop battery, iphone battery`,
      reads: { en: 'reads as a repair or a part', ms: 'dibaca sebagai pembaikan atau alat ganti' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.25,
      outweighs: true,
      at: 'anywhere',
      question: disputed,
    },
    {
      id: 'e-reader',
      words: `e reader, ereader, kindle paperwhite, kindle scribe, kindle oasis, kindle basic, kindle 16gb, kindle 11th, kindle colorsoft, kindle, kobo clara, kobo libra, kobo elipsa, kobo sage, kobo, boox, onyx boox, boox go, boox page, pocketbook inkpad, e book reader, ebook reader, epaper tablet, remarkable 2`,
      unless: [
        'ebook:',
        'ebook',
        'e book',
        'edition',
        'unlimited',
        'plus',
        'subscription',
        'case',
        'cover',
        'casing',
        'sarung',
        'stylus',
      ],
      reads: { en: 'reads as an e-reader', ms: 'dibaca sebagai pembaca e-buku' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.3,
      at: 'anywhere',
      fromSen: 20000,
      question: disputed,
    },
    {
      id: 'disputed-device',
      words: `smartwatch, smart watch, apple watch, galaxy watch, garmin, fitbit, printer, pencetak, ssd, graphics card,
        motherboard, apple watch series, apple watch ultra, apple watch se, galaxy watch 7, galaxy watch ultra,
        galaxy fit, huawei watch, huawei band, mi band, smart band, xiaomi watch, redmi watch, amazfit, watch gt,
        forerunner, fenix, garmin venu, pixel watch, fitness tracker, jam pintar, inkjet, laserjet, ecotank, pixma,
        deskjet, all in one printer, laser printer, multifunction printer, brother dcp, epson l3250, mesin pencetak,
        scanner, gaming monitor, led monitor, monitor 24, monitor 27, ultragear, odyssey g, lcd monitor, ips
        monitor, ddr4, ddr5, nvme, m2 ssd, sata ssd, gpu, geforce, radeon, rtx 4070, cpu, processor, power supply,
        psu, cpu cooler, pc case, pc casing, cpu ryzen, intel i5, intel i7, ryzen 5 5600, ryzen 7 7800x3d, graphic
        card, steam deck, rog ally x, ram, monitor`,
      unless: ['laptop', 'macbook', 'notebook', 'baby monitor', 'pressure monitor'],
      reads: { en: 'may be a device', ms: 'mungkin sebuah peranti' },
      reliefs: ['lifestyle-devices'],
      confidence: 0.3,
      also: ['appliance-shop', 'mobile-plan', 'sports-shop'],
      question: disputed,
    },
  ],
  exclusions: [
    {
      id: 'warranty',
      words: `warranty, extended warranty, waranti, jaminan lanjutan, applecare, apple care, samsung care, care plan,
        protection plan, device insurance, gadget insurance, waranti lanjutan, applecare plus, samsung care plus,
        xiaomi care, huawei care, lenovo care, accidental damage, screen insurance, insurans skrin, insurans
        telefon, smartphone insurance, phone insurance, phone protection, mobile insurance, gadget protection,
        extended plan, on site warranty, care pack, carepack, perlindungan peranti`,
      reads: { en: 'is a warranty and does not count', ms: 'ialah waranti dan tidak dikira' },
      at: 'anywhere',
    },
    {
      id: 'accessory',
      words: `casing, cover, sarung, charger, pengecas, adapter, adaptor, cable, kabel, power bank, powerbank, screen
        protector, tempered glass, mouse, tetikus, keyboard, papan kekunci, earphone, headphone, headset, earbuds,
        airpods, speaker, router, modem, usb, thumb drive, pendrive, pen drive, memory card, sd card, hard disk,
        hard drive, webcam, beg, sleeve, backpack, stylus, antivirus, toner, cartridge, ups, strap, selfie stick,
        gimbal, airpods pro, airpods max, galaxy buds, buds, buds fe, buds 3, freebuds, redmi buds, earbud,
        earpiece, tws, fon kepala, fon telinga, earphones, headphones, jbl, sony wh, wh 1000xm5, bose, marshall,
        soundcore, logitech, mx master, razer, keychron, steelseries, hyperx, mousepad, mouse pad, tetikus
        wayarless, usb c cable, type c cable, lightning cable, kabel pengecas, fast charger, wall charger, car
        charger, wireless charger, magsafe, magsafe charger, pineng, ugreen, baseus, vention, flash drive, external
        hdd, external ssd, portable ssd, portable hard disk, sandisk, kingston usb, micro sd, microsd, laptop bag,
        laptop sleeve, laptop backpack, laptop stand, laptop table, laptop cooler, cooling pad, tablet cover, tablet
        case, keyboard cover, magic keyboard, smart folio, smart cover, folio, apple pencil, s pen, pen tablet,
        wacom, dongle, hdmi, hdmi cable, lan cable, ethernet, wifi router, mesh, mesh wifi, range extender,
        extender, usb hub, docking station, dock, ring light, tripod, privacy glass, screen guard, pelindung skrin,
        tempered, casing telefon, phone case, phone casing, phone strap, lanyard, phone holder, pop socket, camera
        lens protector, lens protector, airtag, smarttag, silicone case, clear case, otterbox, spigen, uag, nillkin,
        gaming chair, kerusi gaming, ups apc, extension, printer ink, ink bottle, kaspersky, norton, mcafee, windows
        11, gaming headset, microphone, mic, soundbar, subwoofer, amplifier, photo paper, er ji, chong dian qi, 耳机,
        充电器, anker, pencil, stand, bag, case, hub, ink, mount, holder, audio`,
      reads: { en: 'is an accessory and does not count', ms: 'ialah aksesori dan tidak dikira' },
      also: ['appliance-shop', 'mobile-plan', 'broadband', 'department-store'],
      belowSen: 250000,
    },
    {
      id: 'other-electronics',
      words: `television, tv, playstation, ps5, xbox, nintendo, console, camera, kamera, drone, software, microsoft
        office, office 365, microsoft 365, windows 11 home, sim card, reload, topup, delivery setup, robot vacuum,
        mi robot, air fryer, air purifier, soundbar, projector, action camera, gopro, dji, dji mini, osmo, switch
        oled, nintendo switch, ps4, dualsense, controller, game, games, joystick, microsoft office home, office
        home, windows license, license, licence, adobe, autocad, gift card, itunes card, google play card, e wallet
        reload, prepaid, postpaid, tv box, android box, android tv, smart tv, led tv, smart home, smart plug, bulb,
        scale, hair dryer, fan, trimmer, shaver, scooter, walkie talkie, dashcam, dash cam, calculator, battery aa,
        sim pack, sim kad, starter pack, trade in, delivery, installation fee, data transfer, screen protector
        installation, tinted`,
      unless: ['laptop', 'notebook', 'macbook'],
      reads: {
        en: 'is not a computer, phone or tablet and does not count',
        ms: 'bukan komputer, telefon pintar atau tablet dan tidak dikira',
      },
      weak: true,
    },
  ],
}
