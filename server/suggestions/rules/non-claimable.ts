import type { RuleFile } from '../rule.ts'

const judged = { confidence: 0.8, lines: 'judged' } as const
const ignored = { confidence: 0.9, lines: 'ignored', wins: true } as const

/** Shops whose goods no relief covers. Where the lines are judged, one of them may still sell a racket or a novel. */
export const nonClaimable: RuleFile = {
  merchants: [
    {
      id: 'supermarket',
      words: `supermarket, hypermarket, pasaraya, pasar raya, pasar mini, mini market, minimarket, minimart, mini mart,
        mart, grocer, grocery, groceries, fresh market, fresh mart, cash and carry, cash carry, kedai runcit,
        runcit, provision shop, village grocer, jaya grocer, aeon big, lotuss, tesco, mydin, econsave, nsk, tf
        value, hero market, the store, billion shopping, econmart, 99 speedmart, speedmart, segi cash, kedai
        serbaneka, trading post, 7 mart, lotuss stores, tmg mart, tunas manja, pantai timur, sabasun, bataras,
        milimewa, cold storage, mercato, ben s independent, bens independent grocer, sam s groceria, sogo
        supermarket, nsk trade city, nsk grocer, pasar segar, pasar borong, frozen food, frozen mart, butcher, kedai
        ayam, kedai ikan, fruit shop, kedai buah, lulu hypermarket, giant hypermarket, giant supermarket, the food
        purveyor, village grocers, hock choon, cs grocer, hero supermarket, star grocer, kk supermart, kedai mart,
        bilal mart, za huo, 超市, 杂货, everrise, emart`,
      hints: 'giant, borong, wholesale',
      reads: { en: 'groceries, which no relief covers', ms: 'barangan runcit, yang tiada pelepasan' },
      ...judged,
      wins: true,
    },
    {
      id: 'convenience-store',
      words: `7 eleven, seven eleven, familymart, family mart, mynews, kk super mart, kk mart, circle k, cu mart, emart24,
        my news, mynews mart, mynews com, kk super, bison stores, kedai serbaneka 24 jam, petron treats, kedai
        mesra, shell select, bhpetromart, orange convenience`,
      reads: { en: 'convenience store, which no relief covers', ms: 'kedai serbaneka, yang tiada pelepasan' },
      ...judged,
    },
    {
      id: 'department-store',
      words: `aeon, parkson, isetan, metrojaya, department store, departmental, mr diy, mr d i y, mrdiy, eco shop, ikea,
        ikano handel, daiso, miniso, ninso, kaison, noko, variety store, value store, value mart, sogo, kl sogo,
        aeon co, aeon store, parkson grand, mr toy, mr dollar, mr d i y trading, rm2 shop, kedai rm2, kedai rm5, mr
        value, ace hardware, homepro, home pro, ssf, ikea kuala, don don donki, donki, jonetz, muji, tokutokuya,
        value dollar`,
      hints: 'mall',
      reads: { en: 'general goods, which no relief covers', ms: 'barangan am, yang tiada pelepasan' },
      ...judged,
      confidence: 0.7,
    },
    {
      id: 'restaurant',
      words: `restoran, restaurant, restaurants, cafe, kafe, kafeteria, cafeteria, coffee, kopi, kopitiam, kedai kopi,
        kedai makan, warung, gerai makan, medan selera, food court, foodcourt, bistro, grill, eatery, dining,
        cuisine, catering, katering, bakery, bakeri, confectionery, confectionary, dessert, pizza, burger, sushi,
        ramen, dim sum, seafood, steamboat, bbq, barbecue, tea house, tealive, bubble tea, ice cream, aiskrim,
        gelato, makanan, masakan, f and b, fnb, mcdonald, mcdonalds, golden arches, gerbang alaf, kfc, pizza hut,
        domino, dominos, starbucks, secret recipe, oldtown, nando, subway, marrybrown, texas chicken, papparich,
        chagee, zus coffee, gigi coffee, sportsbar, sports bar, brewery, liquor, foodpanda, grabfood, shopeefood,
        kenny rogers, sate, satay, mamak, tomyam, gourmet, book cafe, coffee bean, gong cha, chatime, llaollao,
        haagen, wingstop, 4fingers, nandos, sushi king, sushi mentai, zanmai, dragon i, din tai fung, madam kwan,
        old town, paparich, richiamo, bask bear, luckin, mixue, ais kacang, boost juice, auntie anne, famous amos,
        rotiboy, big apple, dunkin, krispy kreme, inside scoop, myburgerlab, mcd, dominos pizza, us pizza, ayam
        gepuk, ayamas, nasi kandar, nasi lemak, nasi ayam, roti canai, char kuey teow, hawker, canteen, chan ting,
        fan dian, cha can ting, 餐厅, 茶餐室, 饭店`,
      hints: `bar, pub, chicken, ayam, nasi, mee, teh, food, foods, bread, toast, kitchen, dapur, tea, cake, kek,
        roti, juice, wine, beverage, snack, delicious`,
      reads: {
        en: 'food and drink, which no relief covers',
        ms: 'makanan dan minuman, yang tiada pelepasan',
      },
      ...ignored,
    },
    {
      id: 'petrol-station',
      words: `petrol, petronas, petron, bhpetrol, bhp, caltex, petrol station, stesen minyak, petroleum,
        petrokiosk, petro trading, filling station`,
      hints: 'shell, minyak, fuel, petro',
      unless: ['shell recharge'],
      reads: { en: 'petrol, which no relief covers', ms: 'petrol, yang tiada pelepasan' },
      ...ignored,
    },
    {
      id: 'clothing-shop',
      words: `fashion, fesyen, boutique, butik, apparel, clothing, garment, pakaian, tailor, jahitan, uniqlo, h m, zara,
        padini, brands outlet, cotton on, levis, lingerie, bata, footwear, skechers, handbag, jewellery, jeweller,
        jewelry, goldsmith, kedai emas, poh kong, jam tangan, tudung, hijab, zalora, h&m hennes, zara malaysia,
        forever 21, charles and keith, charles & keith, vincci, padini concept, pdi, factory outlet, giordano,
        esprit, levis store, primark, marks and spencer, victorias secret, wacoal, sorella, young hearts, ardene,
        jakel, gulatis, kamdar, ariani, naelofar, duck scarves, siti khadijah, bawal, habib jewels, tomei, wah chan,
        public gold, kedai kasut, bata primavera, scholl, crocs, clarks, foot locker, clothes, kid clothing, baju
        raya, uniform supply, pusat pakaian, fu zhuang, 服装, 珠宝`,
      hints: 'emas, leather, watch, beg, bags, shoe, shoes, kasut, textile, tekstil, textiles',
      reads: {
        en: 'clothing and accessories, which no relief covers',
        ms: 'pakaian dan aksesori, yang tiada pelepasan',
      },
      ...judged,
      wins: true,
    },
    {
      id: 'hotel',
      words: `hotel, motel, homestay, chalet, guesthouse, rumah tumpangan, serviced
        apartment, hospitality, resort and spa, resort hotel, beach resort, island resort, resort spa, golf
        resort hotel, hostels, serviced residence, service apartment,
        serviced suites, boutique hotel, budget inn, tune hotel, glamping, campsite, tapak perkhemahan, guest house,
        bed and breakfast, jiu dian, lv guan, 酒店, 旅馆`,
      hints: 'inn, villa, suites, hostel, resort, retreat, hotspring, hotsprings',
      reads: { en: 'lodging, which no relief covers', ms: 'penginapan, yang tiada pelepasan' },
      ...ignored,
    },
    {
      id: 'hardware-shop',
      words: `hardware, perkakas, perkakasan, alat ganti, machinery, kedai cat, plywood, jubin, sanitary ware, plumbing,
        building material, bahan binaan, furniture, perabot, curtain, langsir, mattress, tilam, kitchenware,
        houseware, plant nursery, nursery garden, nursery landscape, homedec, home deco, kedai lampu, paint shop,
        cat nippon, nippon paint, dulux, kedai perabot, furniture mall, ikea furniture, getha, vono, renovation,
        ubahsuai, contractor, kontraktor, plumber, landscaping, gardening, bunga dan pokok, tapak semaian, nurseri
        bunga, nurseri pokok, 五金`,
      hints: `paint, cat, timber, kayu, ceramic, tile, glass, kaca, besi, steel, aluminium, garden, landscape,
        landskap, plastic, packaging, tools, lampu, lighting`,
      reads: {
        en: 'hardware and household goods, which no relief covers',
        ms: 'barangan besi dan rumah, yang tiada pelepasan',
      },
      ...judged,
    },
    {
      id: 'parking-and-toll',
      words: `parking, parkir, letak kereta, tempat letak kereta, car park, carpark, toll, tol, plus expressway, plus
        malaysia, lebuhraya, highway, touch n go, touch and go, smarttag, secure parking, metro parking,
        flexiparking, flexi parking, smart selangor parking, jomparking, jom parking, park n go, wilson parking,
        imperial parking, rfid toll, tng rfid, grand sepadu, litrak, kesas, elite highway, akleh, duke highway,
        prolintas, maju expressway`,
      reads: {
        en: 'parking or toll, which no relief covers',
        ms: 'tempat letak kereta atau tol, yang tiada pelepasan',
      },
      ...ignored,
    },
    {
      id: 'transport',
      words: `grabcar, taxi, teksi, rapid rail, rapid kl, rapid bus, ktm, ktmb, express rail, erl, express bus, ferry,
        feri, airasia, air asia, malaysia airlines, batik air, firefly, airline, penerbangan, pelancongan, travel
        and tours, car rental, kereta sewa, socar, gocar, luxury coach, prasarana, grab, grab holdings, grabpay,
        mycar, indrive, airasia ride, uber, myrapid, rapidkl, prasarana malaysia, klia ekspres, klia transit, ktm
        berhad, aeroline, transnasional, plusliner, bas ekspres, easybook, redbus, busonlineticket, tiket bas,
        terminal bersepadu, tbs terminal, scoot, cathay, singapore airlines, emirates, qatar airways, malindo, tours, tabung haji travel, th travel, andalusia travel, pakej umrah, feri penumpang`,
      hints: 'bus, bas, travel, tours, grab, umrah, mrt, lrt',
      reads: { en: 'travel, which no relief covers', ms: 'perjalanan, yang tiada pelepasan' },
      ...judged,
      confidence: 0.85,
    },
    {
      id: 'travel-platform',
      words: `agoda, booking com, traveloka, airbnb, trivago, expedia, klook, klook hotel, klook travel, hotels com, trip com, kkday, getyourguide, viator, tiket com, globaltix, fave, groupon, mytravel`,
      reads: { en: 'travel, which no relief covers', ms: 'perjalanan, yang tiada pelepasan' },
      ...judged,
      confidence: 0.85,
    },
    {
      id: 'motor-workshop',
      words: `automobile, automotive, car service, car wash, motorcycle, motosikal, bengkel, tyre, tayar, tayar dan
        bateri, battery service, car accessories, spare part, alat ganti kereta, puspakom, windscreen, car care,
        bateri kereta, car battery, battery house, top care auto, auto service, auto parts, auto accessories,
        perodua service, proton service, honda service, toyota service, proton edar, perodua sales, umw toyota,
        servis kereta, kedai tayar, tyre service, tyre plus, tyreplus, engine oil, aircond kereta, puspakom sdn, car
        polish, car grooming, kedai motor, motor servis, 汽车, tesla malaysia, tesla motors, byd malaysia, byd sime,
        ev showroom`,
      hints: 'motor, motors, auto, kereta, honda, toyota, proton, perodua, workshop, tesla, byd',
      reads: { en: 'motor vehicles, which no relief covers', ms: 'kenderaan bermotor, yang tiada pelepasan' },
      ...judged,
      confidence: 0.85,
    },
    {
      id: 'utility',
      words: `tenaga nasional, tnb, tnb bill, air selangor, syabas, ranhill saj, saj, pba, sains bekalan air, sada, water
        bill, bil air, indah water, iwk, bil elektrik, sabah electricity, sesb, sarawak energy, sesco, gas malaysia,
        gas petronas, alam flora, swcorp, maintenance fee, jmb, joint management body, management corporation,
        tenaga, tnb distribution, pengurusan air, air kelantan, aksb, ansb, lap perak, lembaga air perak, kuching
        water, jkas, syarikat air, bekalan air, iwk bill, indah water konsortium, e idaman, kdeb waste, sajh, air
        johor, pba holdings, gas pengurusan`,
      reads: {
        en: 'utilities and rates, which no relief covers',
        ms: 'utiliti dan cukai pintu, yang tiada pelepasan',
      },
      ...ignored,
    },
    {
      id: 'council',
      words: `majlis perbandaran, majlis bandaraya, majlis daerah, majlis bandaran, dewan bandaraya, dbkl, mbpj, mbsa, mbsj, mppj, mpsj, mpaj, mpk, mpkj, mpsp, mbsp, mbpp, mppp, mbjb, mbip, mbmb,
        mbs seremban, mbi ipoh, mbi, mbk, mbkt, mbas, mpkk, mpbp, mpm, perbadanan putrajaya, ppj putrajaya, perbadanan labuan, city hall, municipal council, city council, cukai pintu, cukai taksiran, cukai tanah, pejabat tanah,
        pejabat daerah, pejabat tanah dan galian, kerajaan negeri, jabatan kerja raya, jabatan belia dan sukan, kementerian belia dan sukan`,
      reads: {
        en: 'council or government office; rates and fees have no relief, the hire of a sports venue does',
        ms: 'majlis atau pejabat kerajaan; cukai dan fi tiada pelepasan, sewaan tempat sukan ada',
      },
      ...judged,
    },
    {
      id: 'beauty-and-care',
      words: `salon, saloon, barber, gunting rambut, cosmetic, kosmetik, sephora, tonymoly, innisfree, skincare, perfume,
        laundry, dobi, dry cleaning, cuci kering, facial, beauty salon, hair salon, hair saloon, kedai gunting,
        unisex salon, nail salon, manicure, spa and massage, body shop, the body shop, l occitane, loccitane, sasa,
        sa sa, cosmetics, make up store, mac cosmetics, clinique, estee lauder, shiseido, laneige, hair studio, hair
        dressing, waxing, eyelash, tattoo, cuci baju, laundromat, launderette, laundrybar, mei rong, mei fa, 美容, 美发`,
      hints: 'hair, rambut, beauty, spa, nail, skin, kecantikan',
      reads: { en: 'personal care, which no relief covers', ms: 'penjagaan diri, yang tiada pelepasan' },
      ...judged,
      confidence: 0.85,
    },
    {
      id: 'animals',
      words: `veterinary, veterinar, vet, klinik haiwan, klinik veterinar, animal clinic, animal hospital, pet, pets, pet
        shop, kedai haiwan, haiwan, pet clinic, animal medical centre, pet wonderland, pets wonderland, pet lovers,
        pet store, pet mart, pet food, petzone, kedai kucing, cat hotel, grooming kucing, pet grooming, aquarium
        shop, kedai ikan hiasan, kucing, veterinary clinic, veterinary hospital, vets, haiwan peliharaan, chong wu,
        宠物, 兽医`,
      unless: ['zoo'],
      reads: { en: 'animals, which no relief covers', ms: 'haiwan, yang tiada pelepasan' },
      ...ignored,
    },
    {
      id: 'entertainment',
      words: `cinema, pawagam, gsc, golden screen, tgv, mbo, karaoke, ktv, arcade, playstation, toto, sports toto,
        sportstoto, magnum 4d, da ma cai, escape room, trampoline, playland, kidzania, golden screen cinemas, gsc
        cinema, tgv cinemas, mmcineplexes, lfs cinema, lotus five star, dadi cinema, cineplex, wayang, red box,
        neway, loud speaker, family karaoke, funcity, fun fair, bumper car, jump street, jumpstreet, ejump,
        superpark, district 21, trampoline park, kidzania kuala lumpur, kidzoona, indoor playground, kids
        playground, playcentre, board game cafe, cyber cafe, cybercafe, internet cafe, esports, gaming arena, live
        nation, ticketek, bowling arcade, lottery, loteri, damacai, genting casino, sports toto 4d, night club, dian
        ying yuan, 电影院`,
      hints: 'game, games, steam, concert, konsert',
      reads: { en: 'entertainment, which no relief covers', ms: 'hiburan, yang tiada pelepasan' },
      ...judged,
      confidence: 0.85,
    },
    {
      id: 'gifts-and-toys',
      words: `gift shop, florist, toys r us, souvenir, cenderahati, handicraft, art supply, photo studio, studio gambar,
        fotografi, toys, toy store, toy world, lego certified, lego store, hot toys, pop mart, popmart, hamleys,
        party supplies, kedai hadiah, kedai bunga, flower shop, art friend, nanyang art supplies, kedai gambar,
        photo shop, photo print, scrapbook, kedai cenderamata, event management, gift gallery, galeri hadiah`,
      hints: `gift, gifts, hadiah, bunga, flower, toy, toys, mainan, craft, kraf, party, advertising, pengiklanan`,
      reads: { en: 'gifts and toys, which no relief covers', ms: 'hadiah dan mainan, yang tiada pelepasan' },
      ...judged,
    },
    {
      id: 'courier',
      words: `pos malaysia, pos laju, poslaju, j t express, jnt express, dhl, fedex, gdex, ninja van, ninjavan, city link,
        courier, kurier, lalamove, spx express, logistics, logistik, post office, pejabat pos, shopee xpress, flash
        express, best express, dhl ecommerce, aramex, ups express`,
      reads: {
        en: 'post and delivery, which no relief covers',
        ms: 'pos dan penghantaran, yang tiada pelepasan',
      },
      ...ignored,
    },
    {
      id: 'office',
      words: `jabatan pengangkutan jalan, jpj, jpn, imigresen, immigration, mahkamah, court of law, peguam, advocates,
        solicitors, akauntan, secretarial, maybank, cimb, public bank, rhb, hong leong bank, bank islam,
        moneychanger, money changer, pengurup wang, lembaga hasil, hasil dalam negeri, sewa rumah, affin bank, affin
        islamic, ambank, alliance bank, bank rakyat, bank simpanan nasional, agrobank, bank muamalat, ocbc, uob,
        hsbc, standard chartered bank, citibank, kuwait finance house, al rajhi, mbsb, cagamas, suruhanjaya
        syarikat, myeg, notary, commissioner for oaths, pesuruhjaya sumpah, lawyer, chartered accountants, tax
        agent, tax services, audit firm, polis diraja malaysia, pdrm`,
      hints: 'bank, rental, audit, property, hartanah',
      reads: { en: 'fees that no relief covers', ms: 'fi yang tiada pelepasan' },
      ...judged,
      confidence: 0.75,
    },
    {
      id: 'direct-selling',
      words: `amway, elken, cosway, ecosway, shaklee, herbalife, usana, nu skin, unicity, cuckoo, coway, tupperware,
        atomy, dxn, younique, mary kay, melilea, sunrider, nuskin, juice plus, forever living, coway malaysia,
        cuckoo international, sk magic, water purifier, water filter, penapis air, aqua kent, ogawa, osim, gintell,
        massage chair`,
      reads: { en: 'goods that no relief covers', ms: 'barangan yang tiada pelepasan' },
      ...judged,
    },
  ],
  exclusions: [
    {
      id: 'goods-beside-a-service',
      words: `journal, jurnal, diary, diari, cards, picture card, picture cards, flash card, flash cards, flashcard, flashcards, worksheet, poster, voucher, baucar, gift, hadiah, souvenir, cenderahati, mug, tumbler, tee, t shirt, shirt, baju, suit, hoodie, cap, bag, beg, tote, bottle, botol, frame, bingkai, photo, gambar, keychain, sticker, medal, trophy, toy, mainan, pellet, makanan, food, breakfast, sarapan, lunch, dinner, snack, drink, minuman, coffee, kopi, milo, air mineral, ice cream, parking, parkir, letak kereta, towel, tuala, shampoo, soap, sabun, candle, lilin, essential oil, minyak, perfume, pillow, bantal, blanket, selimut, cushion, delivery, penghantaran, postage, courier, kurier, irrigator, health talk, dinner ticket, locker, loker, tips, donation, derma, carpark, car park, valet, valet parking, vending, phone charger`,
      reads: {
        en: 'is sold beside the service and does not count',
        ms: 'dijual di samping perkhidmatan itu dan tidak dikira',
      },
      confidence: 0.7,
      weak: true,
      at: [
        'hospital',
        'clinic',
        'laboratory',
        'dentist',
        'fertility-centre',
        'mental-health',
        'serious-disease-centre',
        'child-therapy',
        'gym',
        'sports-training',
        'sports-facility',
        'sports-event',
        'ev-charger-operator',
        'attraction',
        'nursery',
        'plain-nursery',
        'broadband',
      ],
    },
  ],
}
