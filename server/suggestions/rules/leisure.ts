import type { RuleFile } from '../rule.ts'

export const leisure: RuleFile = {
  merchants: [
    {
      id: 'attraction',
      words: `skywalk, skycab, cable car, kereta kabel, observation deck, zoo, zoo negara, zoo taiping, museum, muzium,
        theme park, themepark, taman tema, water park, waterpark, sunway lagoon, legoland, lost world, genting
        skyworlds, aquaria klcc, petrosains, entopia, bird park, taman burung, butterfly park, taman rama rama,
        national park, taman negara, marine park, taman laut, escape park, desaru coast adventure, splash mania,
        bukit gambang, cultural village, kampung budaya, istana budaya, cultural show, persembahan kebudayaan, kl
        tower, menara kuala lumpur, skybridge, planetarium, planetarium negara, science centre, pusat sains negara,
        batik workshop, craft complex, kompleks kraf, wildlife park, taman hidupan liar, farm park, gua tempurung,
        the habitat, upside down, legoland malaysia, legoland resort, legoland malaysia resort, legoland theme park,
        lego land, sea life, sea life malaysia, sunway lost world, lost world of tambun, lost world tambun, genting
        highlands theme park, genting theme park, skytropolis, awana skyway, underwater world, underwater world
        langkawi, a famosa, a famosa water, a famosa safari, safari wonderland, adventure waterpark, water theme
        park, wet world, wetworld, bangi wonderland, bangi wonderland theme park, bukit merah laketown, movie
        animation park, maps perak, swiss garden waterpark, bukit gambang water, waterpark desaru, snowalk, trick
        art museum, 3d museum, illusion 3d, ghost museum, entopia penang, escape penang, the top penang, penang
        hill, bukit bendera, habitat penang, tropical spice garden, spice garden, penang botanic, penang butterfly,
        farm in the city, farm in city, zoo melaka, zoo johor, zoo negara malaysia, national zoo, melaka zoo,
        taiping zoo, night safari taiping, crocodile farm, taman buaya, deer park, taman rusa, elephant sanctuary,
        kuala gandah, sun bear, bscc, gomantong, proboscis, semenggoh, bako national park, mulu national park,
        gunung mulu, kinabalu park, kinabalu national park, taman kinabalu, sabah parks, sarawak forestry, poring
        hot spring, danum valley, endau rompin, penang national park, taman negara pahang, forest research, forest
        park, canopy walk, canopy walkway, jabatan perhutanan, jabatan perhilitan, perhilitan, taman botani,
        botanical garden, botanic garden, perdana botanical, hutan lipur, taman eko rimba, taman eko, eco park,
        ekopark, kuala lumpur bird park, kl bird park, kl butterfly park, menara kl, kl tower sky, petronas twin
        towers, twin towers visit, petronas twin tower, merdeka 118, the view at 118, view at 118, menara taming
        sari, taming sari, cheng ho cultural, baba nyonya, baba & nyonya heritage, heritage museum, muzium negara,
        muzium kesenian islam, islamic arts museum, jabatan muzium, muzium samudera, maritime museum, perbadanan
        muzium, galeri petronas, balai seni, balai seni negara, balai seni visual, national art gallery, galeri
        seni, lembaga pembangunan seni visual, ilham gallery, panggung sari, panggung bandaraya, dewan filharmonik
        petronas, dewan filharmonik, philharmonic, malaysian philharmonic, klpac, kl performing arts, performing
        arts centre, penangpac, damansara performing arts, dpac, the actors studio, national theatre, temple of fine
        arts, kompleks kraf kuala lumpur, pasar seni workshop, royal selangor visitor, batik centre, sarawak
        cultural village, mari mari cultural village, mari mari, monsopiad, rainforest world music, langkawi
        wildlife park, langkawi cable car, langkawi skycab, skybridge langkawi, panorama langkawi, eagle square,
        oriental village, geoforest, geopark, orang asli museum, gua kelam, batu caves dark cave, strawberry farm,
        cameron lavender, boh tea centre, tea centre, pusat sains, national science centre, petrosains discovery
        centre, tech dome, tech dome penang, national planetarium, family park, dinoscovery, marine park malaysia,
        pulau payar, tiket bot taman laut, taman tema air, dong wu yuan, bo wu guan, 动物园, 博物馆, 主题乐园, sepilok, frim,
        aswara, orkestra, orchestra, skyworlds, royal selangor visitor centre, aquaria, butterfly farm, school of
        hard knocks, adventure park, escape adventure`,
      hints: `geopark, safari, aquarium, akuarium, galeri seni, art gallery, teater, theatre, cultural, kebudayaan, cave,
        gua, memorial, wonderland, adventure, escape`,
      reads: {
        en: 'attraction; only the entrance fee counts',
        ms: 'tempat tarikan; hanya bayaran masuk dikira',
      },
      reliefs: ['domestic-tourism'],
      confidence: 0.65,
    },
  ],
  items: [
    {
      id: 'entrance-anywhere',
      words: `theme park ticket, tiket taman tema, museum ticket, tiket muzium, zoo ticket, tiket zoo, water park ticket, waterpark ticket, tiket taman negara, national park fee, national park entry, marine park fee, aquarium ticket, bird park ticket, batik workshop, batik painting workshop, legoland ticket, sunway lagoon ticket, skyworlds ticket, aquaria klcc ticket, zoo negara ticket`,
      reads: { en: 'reads as an entrance fee', ms: 'dibaca sebagai bayaran masuk' },
      reliefs: ['domestic-tourism'],
      confidence: 0.65,
      at: 'anywhere',
      unless: ['singapore', 'universal studios', 'japan', 'bangkok', 'hong kong', 'disneyland'],
    },
    {
      id: 'attraction-sold-elsewhere',
      words: `legoland, sunway lagoon, lost world of tambun, underwater world, zoo negara, zoo taiping, zoo melaka, aquaria klcc, aquaria, skyworlds, escape penang, entopia, the habitat, penang hill, langkawi cable car, skycab, skybridge, skytropolis, awana skyway, kl tower, menara kl, merdeka 118 observation, adventure waterpark, adventure water park, a famosa, splash mania, petrosains, bird park, butterfly park, wildlife park, sarawak cultural village, mari mari, bangi wonderland, farm in the city, petronas twin towers, trick art museum, upside down museum, tropical spice garden, bukit gambang water park, gunung mulu, kinabalu park, taming sari`,
      unless: [
        'singapore',
        'hotel',
        'room',
        'night',
        'nights',
        '2d1n',
        '3d2n',
        '4d3n',
        'package',
        'pakej',
        'transfer',
        'souvenir',
        'lego',
        'resort',
      ],
      reads: { en: 'reads as an entrance fee', ms: 'dibaca sebagai bayaran masuk' },
      reliefs: ['domestic-tourism'],
      confidence: 0.6,
      at: ['travel-platform', 'transport', 'marketplace'],
    },
    {
      id: 'entrance',
      words: `entrance fee, entrance ticket, entrance, admission, admission ticket, tiket masuk, bayaran masuk, yuran
        masuk, tiket, ticket, entry ticket, dewasa, adult, mykad adult, ticket adult, adult ticket, adult admission,
        entry fee, entry mykad, adult entry, admission mykad, admission adult, park entry, park ticket, theme park
        ticket, 1 day pass, 1 day ticket, one day pass, 1 day theme park, 2 day pass, combo ticket, combo pass,
        annual pass, caj masuk, tiket dewasa, tiket pameran, tiket teater, tiket persembahan, tiket konsert
        orkestra, concert ticket, show ticket, exhibition ticket, gallery ticket, cable car ticket, conservation
        fee, bayaran konservasi, marine park fee, permit masuk, entry permit, entrance permit, climbing permit,
        workshop fee, batik workshop, batik painting, pottery workshop, bengkel batik, bengkel, workshop, general
        admission, standard admission, malaysian adult, mykad, mykad holder, warganegara dewasa, pax, men piao,
        cheng ren piao, 门票, 成人票, day pass, e ticket, gate ticket, gate admission, tiket pintu, village tour, guided tour, heritage tour, heritage walk, museum tour, gallery tour, skybridge tour, cultural show, cultural performance, persembahan budaya, cave tour, show cave, canopy walk, night safari, lawatan berpandu`,
      reads: { en: 'reads as an entrance fee', ms: 'dibaca sebagai bayaran masuk' },
      reliefs: ['domestic-tourism'],
      confidence: 0.8,
      at: ['attraction'],
    },
    {
      id: 'entrance-of-the-family',
      words: `family ticket, family pass, tiket keluarga, child ticket, children, kanak kanak, kids, child entry, child
        mykid, mykid, child admission, kanak kanak tiket, tiket kanak kanak, tiket anak, tiket warga emas, senior,
        senior ticket, family of 4, family package, family combo, 2 adult 2 child, 2 adults 2 children, adult and
        child, anak, infant, er tong piao, 儿童票, child, senior citizen, warga emas`,
      reads: {
        en: 'reads as an entrance fee for the family',
        ms: 'dibaca sebagai bayaran masuk untuk keluarga',
      },
      reliefs: ['domestic-tourism'],
      confidence: 0.4,
      at: ['attraction'],
      question: {
        en: 'Whether tickets of your spouse, children or parents count is not settled. Do they count?',
        ms: 'Belum pasti sama ada tiket suami, isteri, anak atau ibu bapa dikira. Adakah tiket itu dikira?',
      },
    },
  ],
  exclusions: [
    {
      id: 'beside-the-entrance',
      words: `lesen kamera, camera permit, food, makanan, nasi, burger, fries, drink, minuman, air mineral, mineral water,
        ice cream, aiskrim, coffee, popcorn, souvenir, cenderahati, t shirt, plush, toy, locker, loker, parking,
        letak kereta, photo, gambar, cabana, towel, tuala, animal feed, makanan haiwan, hotel, room, bilik, tour,
        pakej, transport, boat, bot, tram, membership, tube rental, life jacket, stroller rental, shuttle, magnet,
        keychain, cap, topi, mug, poster, poncho, raincoat, baju hujan, swimwear rental, costume rental, sewa baju,
        fast pass, express pass, photo pass, photobook, souvenir photo, meal voucher, meal combo, combo meal, set
        meal, lunch buffet, buffet, snack, slushie, chalet, night stay, accommodation, penginapan, 1 night,
        transfer, bus ticket, buggy ride, horse ride, pony ride, boat ride, sewa bot, atv, arcade token, games
        token, insurance, insurans, tour guide, guide fee, jurupandu, porter, donation, wheelchair rental, sewa
        kerusi roda, float rental, sewa pelampung, pelampung, life jacket rental, baju keselamatan, sewa tuala,
        drink bottle, aiskrim potong, miniland magnet, lego set, minifigure, balloon, face painting, cenderamata, souvenirs, cenderahati muzium, buku panduan, audio guide, panduan audio, gift shop, kedai cenderamata, fridge magnet, feeding, beri makan, makanan ikan, fish food, snorkel rental, sewa snorkel, sewa basikal, bicycle rental, wetsuit rental, massage, parkir, handicraft, handicrafts, kraftangan, batik shirt, kain batik, songket, songkok, pewter, cendol, set minuman, aksesori, tshirt, kemeja batik`,
      reads: { en: 'is not an entrance fee and does not count', ms: 'bukan bayaran masuk dan tidak dikira' },
    },
  ],
}
