import type { RuleFile } from '../rule.ts'

const gym = ['sports-gym-training', 'lifestyle-gym-membership']
const shoes = {
  en: 'Sports shoes are disputed: a minister said yes in 2024, advisers call them clothing, and LHDN has not written it down. Do they count?',
  ms: 'Kasut sukan masih dipertikaikan: seorang menteri menyatakan ya pada 2024, penasihat cukai menganggapnya pakaian, dan LHDN belum menyatakannya secara bertulis. Adakah ia dikira?',
}

export const sports: RuleFile = {
  merchants: [
    {
      id: 'sports-shop',
      words: `decathlon, gym equipment, fitness equipment, sports equipment, alat sukan, peralatan sukan, alatan sukan,
        sports direct, al ikhsan, jd sports, sport, sports, sukan, sporting goods, yonex, victor, li ning, basikal,
        bike shop, cycle shop, kedai basikal, golf house, mst golf, pro shop, fishing tackle, kedai pancing,
        pancing, scuba, archery, memanah, running lab, royal sporting house, al ikhsan sports, sports empire,
        original classic, jd sport, nike store, adidas store, puma store, under armour, asics store, new balance,
        hoka, skechers performance, brooks running, yonex store, li ning store, victor store, sunrise sports, ampro
        sports, kedai badminton, kedai raket, racket shop, racquet shop, pro shop badminton, sports house, sports
        station, sports world, world of sports, key power sports, keypower, kedai bola, football shop, kedai futsal,
        tennis pro shop, golf pro shop, golf shop, kedai golf, transview golf, pan west, panwest, titleist,
        callaway, swim shop, arena swimwear, speedo, fitness concept, johnson fitness, impulse fitness, gintell
        fitness, kedai fitness, gym supply, rodalink, usj cycles, the bike boutique, bike boutique, bicycle shop,
        cycling shop, bikes, bicycle, bicycles, cycles, polygon, giant bicycles, trek bicycle, specialized,
        brompton, le run, lerun, fishing tackle shop, tackle shop, alat pancing, kedai alat pancing, joran, archery
        shop, dive shop, diving equipment, skate shop, skateboard, skateline, roller sports, climbing shop,
        verticale, boxing equipment, martial art supply, taekwondo supplies, yoga shop, yu mao qiu, 体育用品, 运动`,
      hints: `golf, bicycle, bikes, cycle, racket, racquet, raket, fishing, cycling, outdoor, adidas, nike, shuttle,
        football`,
      unless: ['sports car', 'sports bar', 'motor sport', 'sports rim', 'motor', 'motorcycle'],
      reads: { en: 'sports shop', ms: 'kedai sukan' },
      reliefs: ['sports-equipment'],
      confidence: 0.6,
    },
    {
      id: 'sports-facility',
      words: `kelab sukan, sports club, kelab rekreasi, recreation club, sports centre, sports center, sport centre,
        sports complex, sports arena, sports hall, pusat sukan, kompleks sukan, arena sukan, badminton court,
        badminton centre, badminton hall, badminton arena, dewan badminton, gelanggang, futsal, pickleball, padel,
        squash, tennis court, tennis centre, swimming pool, kolam renang, aquatic centre, pusat akuatik, stadium,
        golf club, golf and country, golf country, golf course, golf resort, kelab golf, driving range, bowling, ice
        skating, ice rink, climbing, camp5, roller skating, archery range, shooting range, courtsite, football park,
        football centre, sports planet, sports hub, sport hub, sports city, sukan komuniti, stadium hoki, stadium
        badminton, stadium negeri, perbadanan stadium, stadium malaysia, arena badminton, michaels badminton, ace
        badminton, sports courts, court hire, futsal court, futsal arena, football arena, soccer arena, kick city,
        padang bola, padang sintetik, booking gelanggang, afa courts, reclub, playo, sportsite, ball court,
        basketball court, volleyball court, table tennis centre, ping pong centre, squash court, pickleball court,
        pickleball club, pickleball arena, padel court, padel club, aquatics, kompleks renang, pusat renang, kolam
        awam, swimming complex, swimming centre, olympic pool, driving range golf, golf range, mini golf, golf
        simulator, golf resort country club, country club, kelab golf diraja, superbowl, ampang superbowl, mega
        lanes, u bowl, wangsa bowl, bowling alley, bowling centre, pyramid ice, icescape, blue ice, blue ice
        skating, ice arena, royale chulan rink, skating rink, skating, roller rink, roller sport, skate park,
        skatepark, rock climbing, bouldering, boulder, climbing gym, climbing centre, bump bouldering, project rock,
        batuu, madmonkeyz, archery centre, lapang sasar, lapang sasar memanah, shooting club, pusat ekuin,
        equestrian, riding club, horse riding, polo club, saddle club, kolam pancing, kolam memancing, fishing pond,
        wakepark, wake park, surf park, the ark futsal`,
      hints: 'bowl, pickle, golf, aquatic, arena, badminton, tennis, futsal',
      reads: { en: 'sports venue', ms: 'tempat sukan' },
      reliefs: ['sports-facility'],
      confidence: 0.75,
    },
    {
      id: 'sports-event',
      words: `marathon, half marathon, fun run, virtual run, charity run, night run, larian, triathlon, ironman, duathlon,
        aquathlon, spartan race, ultra trail, trail run, kejohanan, pertandingan, tournament, championship, jomrun,
        race entry, cycling challenge, kayuhan, run series, score marathon, twincity marathon, kl standard
        chartered, standard chartered kl marathon, penang bridge marathon, penang bridge, borneo marathon, putrajaya
        night, allianz pacer, larian amal, larian hijau, larian kemerdekaan, larian santai, jogathon, fun walk,
        obstacle race, viper challenge, men s health night run, hyrox, duathlon race, powerman, gran fondo, jamboree
        kayuhan, le tour, fun ride, cyclothon, swimathon, open water swim, ultra marathon, ultramarathon, backyard
        ultra, titi ultra, malaysia trail, ticket2u run, racexasia, race x asia, checkpoint spot, checkpointspot,
        howei, race management, runners malaysia, virtual race, sukan run, towerthon, climbathon, badminton
        tournament, kejohanan badminton, golf tournament, open tournament, run club event, running event, acara
        larian`,
      hints: 'run, ride, race, ultra, walkathon, relay, runners, runner, running',
      reads: {
        en: 'race or tournament, if the Commissioner of Sports licensed the organiser',
        ms: 'perlumbaan atau kejohanan, jika penganjurnya dilesenkan oleh Pesuruhjaya Sukan',
      },
      reliefs: ['sports-competition'],
      confidence: 0.6,
    },
    {
      id: 'gym',
      words: `gym, gimnasium, gymnasium, gim, fitness, fitness first, anytime fitness, celebrity fitness, fitness centre,
        crossfit, f45, yoga, pilates, zumba, bootcamp, chi fitness, true fitness, jatomi, babel, babel fit, aurafit,
        fire fitness, fire station fitness, ministry of burn, mob fitness, snap fitness, f45 training, orangetheory,
        orange theory, barrys, amore fitness, dsix, d six fitness, fit lab, fitlab, raw fitness, peak fitness,
        strong fitness, spark fitness, minimal fitness, gofit, classpass, kfit, fave fitness, muscle hub, iron gym,
        power gym, crossfit box, body combat, spin studio, flycycle, flyproject, cycle studio, reformer, reformer
        pilates, hot yoga, yoga studio, yogaonethatiwant, functional training, strength club, strength gym, ladies
        gym, gim wanita, pusat kecergasan, kecergasan, kelab kecergasan, bina badan, gym membership, personal
        training studio, boxfit, jian shen fang, 健身, 健身房, fit sdn, fit club, fitspace, fitness club, fit studio, fitstudio, fitness studio, pt studio, strength studio, hiit studio, barre studio, barre, functional fitness, wellness gym`,
      hints: 'fit',
      unless: ['gymboree'],
      reads: {
        en: 'gym, if it is a company or registered club',
        ms: 'gimnasium, jika ia syarikat atau kelab berdaftar',
      },
      reliefs: gym,
      confidence: 0.75,
    },
    {
      id: 'sports-training',
      words: `swim school, swim academy, swim centre, swim club, swimming school, swimming academy, swimming class,
        sekolah renang, akademi renang, kelas renang, badminton academy, akademi badminton, football academy, soccer
        academy, akademi bola sepak, tennis academy, golf academy, taekwondo, karate, silat, muay thai, boxing,
        martial art, judo, wushu, aikido, jiu jitsu, gymnastics, sports academy, akademi sukan, archery academy,
        akademi memanah, sports coaching, swimming lessons, swim class, swim lesson, swimsafer, bubbles swim,
        aquababies, learn to swim, little swimmers, d swim, dolphins swim, aqua kids, badminton training, badminton
        coaching, badminton school, football school, football academy malaysia, soccer school, soccer kids, little
        league soccer, little kickers, tennis school, golf school, basketball academy, akademi bola keranjang,
        volleyball academy, hockey academy, rugby academy, rugby club, squash academy, table tennis academy,
        gymnastic, rhythmic gymnastics, gim rama, kids gymnastics, my little gym, the little gym, prodigy
        gymnastics, fencing, lawan pedang, fencing academy, ice skating academy, figure skating, skating academy,
        roller skating class, equestrian academy, parkour, taekwondo academy, tae kwon do, karate do, shotokan,
        kendo, kung fu, wing chun, bjj, brazilian jiu jitsu, mixed martial arts, kickboxing, kickboxing gym, muay
        thai gym, tomoi, silat cekak, seni silat, silat gayong, capoeira, krav maga, boxing gym, tinju, surf school,
        kelab layar, sports training, latihan memanah, wu shu, 跆拳道, 游泳, 武术`,
      hints: 'swim, renang, mma',
      reads: {
        en: 'sports training, if it is a company or registered club',
        ms: 'latihan sukan, jika ia syarikat atau kelab berdaftar',
      },
      reliefs: ['sports-gym-training'],
      confidence: 0.7,
    },
  ],
  items: [
    {
      id: 'sports-equipment',
      words: `badminton racket, badminton racquet, racket, racquet, raket, shuttlecock, bulu tangkis, bola sepak,
        basketball, bola keranjang, volleyball, bola tampar, bola jaring, sepak takraw, table tennis, ping pong,
        golf ball, golf set, dumbbell, dumbell, barbell, kettlebell, yoga mat, treadmill, exercise bike, basikal,
        bicycle, mountain bike, road bike, swim goggle, swimming goggle, boxing glove, skipping rope, hockey stick,
        cricket bat, fishing rod, joran, shin guard, roller blade, inline skate, yonex astrox, astrox, nanoflare,
        arcsaber, duora, voltric, yonex nanoray, li ning axforce, axforce, windstorm, aeronaut, halbertec, tectonic,
        victor thruster, auraspeed, jetspeed, drivex, apacs, felet, fleet racket, protech racket, mizuno racket,
        ashaway, shuttlecocks, feather 12pcs, feather shuttle, aerosensa, rsl classic, bulu tangkis tube, stringing,
        string bg65, bg65, bg80, bg66, exbolt, overgrip, super grap, ac102, racket grip, grip tape, tali raket,
        tennis racket, tennis racquet, wilson blade, wilson clash, babolat, babolat pure, wilson us open balls,
        tennis balls, pickleball paddle, pickleball paddles, pickleball balls, joola, selkirk, padel racket, squash
        racket, squash ball, ping pong bat, table tennis bat, table tennis table, futsal ball, football size 5,
        soccer ball, bola futsal, bola sepak saiz, netball ball, rugby ball, basketball ball, molten bg, molten
        basketball, wilson basketball, basketball hoop, gawang marathon, takraw ball, hockey ball, kayu hoki,
        baseball glove, baseball bat, softball bat, cricket ball, golf club, golf clubs, golf driver, golf iron set,
        putter, titleist pro v1, pro v1, golf glove, golf tee, srixon, callaway driver, taylormade, shuttle tube,
        dumbbells, hex dumbbell, adjustable dumbbell, kettlebells, weight plate, weight plates, bumper plate,
        olympic bar, barbell bar, bench press, weight bench, squat rack, power rack, pull up bar, resistance band,
        resistance bands, loop band, exercise band, ab roller, ab wheel, push up bar, foam roller, exercise ball,
        gym ball, swiss ball, pilates ring, pilates ball, yoga block, yoga strap, yoga wheel, jump rope, speed rope,
        tali skipping, rowing machine, elliptical, elliptical trainer, spin bike, spinning bike, stationary bike,
        smith machine, home gym, gym gloves, weightlifting belt, lifting belt, boxing gloves, punching bag, hand
        wraps, hand wrap, mouthguard, mouth guard, headgear, shin guards, shin pad, muay thai pads, focus mitts,
        kick pad, taekwondo guard, chest guard, karate mitts, fencing foil, folding bike, basikal lipat, gravel
        bike, hybrid bike, kids bike, basikal kanak kanak, fixie, cycling helmet, bike helmet, topi basikal, inner
        tube, bike tyre, tayar basikal, bike pump, bicycle pump, groupset, derailleur, crankset, bike pedal, pedal
        set, bicycle chain, turbo trainer, bike trainer, roller skates, rollerblade, skateboard, longboard, ice
        skates, swim fins, swim goggles, nabaiji goggles, kickboard, pull buoy, snorkel set, snorkeling, diving
        mask, dive mask, wetsuit, surfboard, paddle board, stand up paddle, kayak paddle, fishing reel, mesin
        pancing, fishing line, tali pancing, mata kail, fishing lure, gewang, soft plastic lure, braided line,
        shimano reel, fishing hook, bow set, recurve bow, compound bow, anak panah, busur, archery target,
        dartboard, carabiner, climbing harness, climbing chalk, chalk bag, bowling ball, yu mao qiu pai, lan qiu, zu
        qiu, ping pang qiu, qiu pai, 羽毛球, 羽球拍, 篮球, 足球, 乒乓球, 哑铃, tennis ball, mikasa v200w, mikasa mva, speedo goggles, arena goggles, swimming goggles, goggles renang, goggle renang, goggle speedo, kaca mata renang, cermin mata renang, swim goggle, snorkel mask, dive computer, spearfishing, landing net, tangguk pancing, fishing rod holder, resistance tube, battle rope, medicine ball, slam ball, weighted vest, ankle weight, ankle weights, wrist weight, hand grip, hand gripper, balance board, agility ladder, training cone, marker cones, chess set, set catur, snooker cue, kayu snooker, dart board, sepak takraw ball, bola takraw, bola tampar, bola jaring, bola keranjang, bola ragbi, cokmar, gelung rotan, gelung senaman, tilam gimnastik, papan apungan, pelampung renang`,
      unless: [
        'latihan',
        'yuran',
        'kejohanan',
        'pertandingan',
        'tournament',
        'tiket',
        'ticket',
        'nyamuk',
        'mosquito',
        'trip',
        'tour',
        '2d1n',
        '3d2n',
        '4d3n',
        'pakej',
        'motor',
        'toy',
        'mainan',
        'keychain',
        'tumbler',
        'bag',
        'beg',
        'court',
        'gelanggang',
        'shoe',
        'shoes',
        'kasut',
        'rental',
        'sewa',
        'class',
        'kelas',
        'lesson',
        'training',
        'skincare',
        'phone',
        'jersey',
        'tee',
      ],
      reads: { en: 'reads as sports equipment', ms: 'dibaca sebagai peralatan sukan' },
      reliefs: ['sports-equipment'],
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'sports-equipment-word',
      words: `ball, bola, football, futsal ball, grip, string, tali raket, mat, rope, goggle, net, bat, paddle, glove,
        weight, resistance band, hula hoop, whistle, cone, lure, reel, tyre, tube, bike, helmet, putter, wedge,
        iron, driver, arrow, bow, fins, snorkel, shuttle, yonex, li ning, victor, rsl, apacs, felet, goggles, lures,
        hook, saddle, handlebar, pedal, chain, mtb, rockrider, triban, polygon, shimano, daiwa, stiga, butterfly,
        spalding, mikasa, molten, wilson, dumbell, darts, arrows, cue, rower, stepper, domyos, rack, plate, bench,
        kettlebell, fishing, pancing, umpan tiruan, bg65, feather, shuttlecock, seatpost, pump, pam, chalk, marker
        cone, takraw`,
      reads: { en: 'reads as sports equipment', ms: 'dibaca sebagai peralatan sukan' },
      reliefs: ['sports-equipment'],
      confidence: 0.75,
      weak: true,
      at: ['sports-shop', 'sports-facility'],
    },
    {
      id: 'sports-shoes',
      words: `sport shoe, sports shoe, running shoe, badminton shoe, futsal shoe, football boot, soccer boot, basketball
        shoe, kasut sukan, kasut bola, kasut futsal, kasut badminton, kasut larian, cycling shoe, golf shoe, court
        shoe, running shoes, sports shoes, gel kayano, gel nimbus, gel cumulus, gel resolution, asics gel,
        novablast, superblast, adizero, ultraboost, zoom fly, vaporfly, alphafly, hoka clifton, clifton 9, clifton
        10, bondi 8, ghost 15, ghost 16, fresh foam, endorphin speed, mizuno wave, wave rider, power cushion, yonex
        shb, shb 65z, shb 65, eclipsion, victor p9200, badminton shoes, futsal shoes, football boots, soccer boots,
        soccer cleats, football shoes, mercurial, predator fg, copa mundial, nemeziz, fg boots, tf boots, turf
        shoes, basketball shoes, tennis shoes, track spikes, running spikes, trail running shoes, trail shoes,
        cycling shoes, golf shoes, climbing shoes, hiking shoes, trekking shoes, kasut hiking, kasut kembara, kasut
        trekking, kasut lari, kasut jogging, jogging shoes, training shoes, gym shoes, court shoes, kasut sepak
        takraw, sport shoes, qiu xie, yun dong xie, 球鞋, 运动鞋`,
      reads: { en: 'reads as sports shoes', ms: 'dibaca sebagai kasut sukan' },
      reliefs: ['sports-equipment'],
      confidence: 0.3,
      at: 'anywhere',
      question: shoes,
    },
    {
      id: 'shoes-at-sports-shop',
      words: 'shoe, shoes, kasut, boot, boots, sneaker, sneakers, trainers, spikes',
      reads: { en: 'reads as sports shoes', ms: 'dibaca sebagai kasut sukan' },
      reliefs: ['sports-equipment'],
      confidence: 0.3,
      at: ['sports-shop', 'sports-facility'],
      question: shoes,
    },
    {
      id: 'perhaps-worn',
      words: `men, mens, man, women, womens, woman, lady, ladies, unisex, lelaki, wanita, uk6, uk7, uk8, uk9, uk10, uk 6, uk 7, uk 8, uk 9, uk 10, us 7, us 8, us 9, us 10, size s, size m, size l, size xl, ghost, pegasus, kayano, nimbus, clifton, bondi, gel, wave rider, spikeless`,
      reads: { en: 'may be sports shoes or clothing', ms: 'mungkin kasut atau pakaian sukan' },
      reliefs: ['sports-equipment'],
      confidence: 0.3,
      weak: true,
      at: ['sports-shop'],
      question: {
        en: 'Is it sports equipment? Sports clothing does not count, and whether sports shoes do is disputed.',
        ms: 'Adakah ini peralatan sukan? Pakaian sukan tidak dikira, dan kasut sukan masih dipertikaikan.',
      },
    },
    {
      id: 'service-of-equipment',
      words: `service, servis, servicing, tuning, tune up, tuneup, repair, repairs, baiki, pembaikan, overhaul, wheel truing, truing, bike wash, cuci basikal, bike fit, bike fitting, labour, upah, assembly, pemasangan, bleeding, calibration`,
      reads: { en: 'reads as the service of equipment', ms: 'dibaca sebagai servis peralatan' },
      reliefs: ['sports-equipment'],
      confidence: 0.3,
      at: ['sports-shop'],
      outweighs: true,
      question: {
        en: 'The law names the purchase of sports equipment. Whether its service or repair counts is not written down. Does it count?',
        ms: 'Undang-undang menyebut pembelian peralatan sukan. Tiada penjelasan bertulis sama ada servis atau pembaikannya dikira. Adakah ia dikira?',
      },
    },
    {
      id: 'facility-hire',
      words: `sewa futsal, sewaan futsal, court rental, court booking, court hire, sewa gelanggang, sewaan gelanggang,
        tempahan gelanggang, gelanggang badminton, badminton court, futsal court, tennis court, pool entry, swimming
        entry, tiket kolam, kolam renang, green fee, bowling game, bowling lane, lane rental, range balls, driving
        range, pickleball court, sewa padang, sewaan padang, tempahan padang, sewa dewan badminton, sewaan dewan
        badminton, sewa court, tempahan court, court charges, futsal booking, futsal 1 hour, futsal 2 hours, futsal
        pitch, pitch rental, pitch booking, field rental, field booking, badminton booking, badminton 1 hour,
        badminton 2 hours, badminton hall, pickleball booking, padel booking, padel court, squash court, volleyball
        court, basketball court, pool ticket, pool entrance, pool admission, swimming pool entry, public swim, tiket
        mandi kolam, tiket renang, bayaran masuk kolam, kolam renang dewasa, swimming adult, lap swimming, lane
        hire, golf green fee, buggy and green fee, golf round, 9 holes, 18 holes, bay rental, range ball, bowling
        games, permainan bowling, lane fee, skating entry, skate rental, skating session, skating admission, ice
        skating, ice rink entry, admission with skates, climbing pass, climbing entry, bouldering pass, bouldering
        day pass, day pass climbing, archery session, archery lane, 50 arrows, shooting session, shooting lane,
        horse riding session, squash booking, tennis booking, table tennis booking, ping pong table rental, running
        track entry, gelanggang futsal, gelanggang tenis, gelanggang pickleball, gelanggang squash, gelanggang
        takraw, gelanggang bola keranjang, sewaan gelanggang serbaguna, dewan badminton, sewa dewan sukan, swim
        entry, court fee, sesi memanah, memanah, skating pass, skate pass, tiket renang kanak kanak, tiket renang dewasa, renang dewasa, tiket masuk renang, swim ticket, swimming ticket, pool pass, tiket kolam renang, tiket kolam renang kanak kanak, tiket skating, tiket luncur ais, masuk kolam`,
      reads: { en: 'reads as the hire of a sports venue', ms: 'dibaca sebagai sewaan tempat sukan' },
      reliefs: ['sports-facility'],
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'gym-fee',
      words: `gym membership, gym monthly, gym fee, keahlian gim, yuran gim, yuran gimnasium, fitness membership,
        membership fee gym, yoga class, yoga package, pilates class, pilates package, zumba class, gym day pass, gym
        membership fee, gym 12 months, gym 1 year, annual gym, gym access, gym pass, gym entry, walk in gym, gym
        walk in, gym trial, gym joining fee, keahlian gym, yuran gym, gym bulanan, yuran keahlian gimnasium, monthly
        yoga, yoga membership, yoga session, pilates session, pilates reformer, reformer pilates class, zumba
        session, spin class, hiit class, crossfit class, crossfit membership, jian shen`,
      reads: { en: 'reads as a gym membership', ms: 'dibaca sebagai keahlian gimnasium' },
      reliefs: gym,
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'training-fee',
      words: `personal training, personal trainer, pt session, swimming lesson, swimming class, kelas renang, coaching
        fee, yuran latihan, badminton training, badminton coaching, football training, tennis lesson, golf lesson,
        kelas taekwondo, kelas silat, taekwondo class, karate class, grading, swim class, swim lesson, swimming
        lessons, learn to swim, renang kanak kanak, kelas berenang, swim level, private swim, badminton class,
        badminton lesson, kelas badminton, latihan badminton, football class, football academy, soccer class, soccer
        training, kelas bola sepak, latihan bola sepak, yuran akademi bola, tennis class, tennis coaching, tennis
        training, golf coaching, golf class, basketball training, basketball class, gymnastics class, kelas
        gimnastik, gymnastic class, martial arts class, taekwondo monthly, taekwondo fee, karate fee, wushu class,
        boxing class, muay thai class, bjj class, mma class, judo class, fencing class, archery class, kelas
        memanah, ice skating lesson, skating lesson, skating class, roller blade class, climbing lesson, horse
        riding lesson, riding lesson, ujian tali pinggang, belt test, belt grading, sports coaching, personal
        trainer session, pt package, private coaching, 1 to 1 coaching, pt sessions, you yong ke, open water course, open water diver, padi open water, advanced open water, discover scuba, dive course, diving course, scuba course, freediving course, kursus menyelam, kursus selam, surf lesson, surfing lesson, sailing course, kitesurf lesson, wakeboard lesson, kayak lesson, skateboard lesson, padel lesson, pickleball lesson, pickleball coaching, squash coaching, squash lesson, table tennis lesson, table tennis coaching, netball training, hockey training, rugby training, volleyball training, silat monthly, kelas silat dewasa, kelas karate, kelas tinju, sessions pt, session pt, pt 10 sessions, pt 12 sessions, 10 sessions pt, 12 sessions pt, sesi pt, pakej pt, pt renewal`,
      unless: ['tiket', 'ticket', 'entry', 'entrance', 'masuk', 'admission', 'book', 'buku'],
      reads: { en: 'reads as sports training', ms: 'dibaca sebagai latihan sukan' },
      reliefs: ['sports-gym-training'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'race-entry',
      words: `race entry, race registration, run entry, run registration, fun run entry, half marathon entry, full marathon entry, marathon entry, marathon registration, half marathon registration, pendaftaran larian, yuran larian, yuran penyertaan larian,
        triathlon entry, duathlon entry, km run, km fun run, 3km run, 5km run, 6km run, 7km run, 10km run, 12km run, 15km run, 21km run, 5km entry, 10km entry, 12km entry, 21km entry, 42km entry, larian 3km, larian 5km, larian 7km, larian 10km, larian 12km, larian 21km, 5km fun run, virtual run entry, trail run entry`,
      unless: ['shoe', 'shoes', 'kasut', 'tee', 'jersey', 'insurance', 'photo'],
      reads: {
        en: 'reads as the entry fee of a sports event',
        ms: 'dibaca sebagai yuran penyertaan acara sukan',
      },
      reliefs: ['sports-competition'],
      confidence: 0.7,
      at: 'anywhere',
    },
    {
      id: 'entry-fee',
      words: `race entry, race kit, yuran penyertaan, entry fee, participation fee, 3km, 5km, 7km, 10km, 12km, 15km, 21km,
        25km, 30km, 42km, 50km, 100km, fun run, half marathon, full marathon, run registration, tournament fee, run
        entry, race registration, marathon registration, pendaftaran larian, yuran larian, larian 5km, larian 10km,
        full marathon 42km, ultra 50km, fun ride registration, kayuhan registration, triathlon registration, sprint
        distance, olympic distance, yuran pertandingan, yuran kejohanan, competition fee, tournament registration,
        registration, pendaftaran, virtual run, relay team, category men open, open category, kategori terbuka, run
        10k, run 5k, run 21k`,
      reads: {
        en: 'reads as the entry fee of a sports event',
        ms: 'dibaca sebagai yuran penyertaan acara sukan',
      },
      reliefs: ['sports-competition'],
      confidence: 0.7,
      at: ['sports-event', 'sports-facility', 'sports-training'],
    },
    {
      id: 'fishing-pond',
      words: `yuran memancing, fishing fee, pond fee, fishing pond, sewa joran, tiket memancing, pancing per jam, kolam pancing, fishing session`,
      reads: { en: 'reads as the fee of a fishing pond', ms: 'dibaca sebagai yuran kolam memancing' },
      reliefs: ['sports-facility'],
      confidence: 0.35,
      at: 'anywhere',
      question: {
        en: 'Angling is a sport under the Sports Development Act. Whether a fishing pond is a sports facility is not settled. Does it count?',
        ms: 'Memancing ialah sukan di bawah Akta Pembangunan Sukan. Belum pasti sama ada kolam pancing ialah kemudahan sukan. Adakah ia dikira?',
      },
    },
    {
      id: 'court-word',
      words:
        'court, courts, gelanggang, padang, pitch, pool, kolam, lane, rink, adult, dewasa, child, kanak kanak, entrance, entry, masuk, admission, session, 1 hour, 2 hours, 2 hrs, 1 jam, 2 jam, tiket, ticket, rental, sewa, booking, tempahan',
      reads: { en: 'reads as the hire of a sports venue', ms: 'dibaca sebagai sewaan tempat sukan' },
      reliefs: ['sports-facility'],
      confidence: 0.75,
      weak: true,
      at: ['sports-facility'],
    },
    {
      id: 'spectator',
      words: `match ticket, tiket perlawanan, tiket bola, final ticket, grandstand, malaysia open ticket, season pass
        stadium, liga super ticket, spectator, spectator pass, spectators, penonton, tiket penonton`,
      reads: { en: 'reads as a ticket of a spectator', ms: 'dibaca sebagai tiket penonton' },
      reliefs: ['sports-facility'],
      confidence: 0.25,
      at: ['sports-facility', 'sports-event'],
      outweighs: true,
      question: {
        en: 'The law has the entrance to a sports facility; whether a spectator’s ticket is one is not settled. Does it count?',
        ms: 'Undang-undang menyebut bayaran masuk ke kemudahan sukan; belum pasti sama ada tiket penonton termasuk. Adakah ia dikira?',
      },
    },
  ],
  exclusions: [
    {
      id: 'motorised',
      words:
        'e bike, electric bike, electric bicycle, basikal elektrik, escooter, electric scooter, motorcycle, motosikal',
      reads: { en: 'is motorised and does not count', ms: 'bermotor dan tidak dikira' },
      at: 'anywhere',
    },
    {
      id: 'sports-clothing',
      words: `jersey, jersi, t shirt, tshirt, shirt, baju, tee, shorts, pants, seluar, socks, sock, stokin, cap, topi,
        jacket, hoodie, tracksuit, track suit, legging, sports bra, bra, swimwear, swimsuit, baju renang, pakaian,
        attire, singlet, polo, skirt, skort, wristband, headband, jerseys, football jersey, home jersey, away
        jersey, compression, tights, leggings, running shorts, swim shorts, swim trunk, rashguard, rash guard,
        bikini, burkini, swimming suit, swim cap, sports hijab, tudung sukan, windbreaker, cycling jersey, bib
        shorts, cycling bib, arm sleeve, baju sukan, seluar sukan, jaket, stoking, stokin bola, sarung kaki,
        uniform, dobok, gi uniform, karate gi, tali pinggang, sandals, slippers, slides, flip flop, selipar, sandal,
        visor, sweater, sweatshirt, tank top, crop top, jogger, joggers, dry t shirt, baselayer, underwear, brief,
        boxer, trunks, short, fleece, pullover, rain jacket, raincoat, baju hujan, poncho, beanie, scarf, gaiter,
        balaclava, sarung kepala, inner wear, sportswear, tracksuits, polo shirt, quarter zip, long sleeve, lengan
        panjang, boardshorts, knicks, bib knicks, bib tights, finisher jacket, baju finisher, jersi latihan, kit jersey, jerseyset, warmers, arm warmer, leg warmer, vest, gilet, kaos, t shirts, hoodies, dri fit, kain, telekung, bucket hat, hat, cuff, sock set, swim short, swimming costume, kostum renang, leotard, tutu, kimono, tri suit, trisuit, wet wear, speedsuit, skinsuit, race suit, rain suit`,
      reads: { en: 'is clothing and does not count', ms: 'ialah pakaian dan tidak dikira' },
    },
    {
      id: 'beside-sport',
      words: `towel, tuala, bag, beg, backpack, bottle, botol, isotonic, mineral water, drink, minuman, air mineral,
        100plus, supplement, whey, protein, energy gel, locker, loker, food, makanan, snack, nasi, mee, coffee,
        kopi, souvenir, medal, engraving, gift card, parking, membership card, merchandise, massage, tent, khemah,
        camping chair, camping table, camping stove, camping tent, sleeping bag, sleeping mat, hammock, tarp,
        canopy, cooler box, torch, torchlight, headlamp, lantern, lampu suluh, head light, picnic mat, camping mat,
        outdoor stove, gas canister, firestarter, penknife, multitool, hydration bag, hydration pack, water bladder,
        haversack, daypack, duffel, duffle, waist pouch, pouch, gym bag, swim bag, shoe bag, racket bag, beg raket,
        flask, thermos, shaker, shaker bottle, protein bar, protein shake, whey protein, creatine, bcaa, pre
        workout, energy bar, electrolyte, vitamin, revive, milo, lunch, sunglasses, spectacles, sunscreen, sunblock,
        massage gun, kinesiology tape, kinesio tape, muscle tape, deep heat, salonpas, knee support, ankle support,
        wrist support, insole, insoles, shoe lace, shoelace, shoe cleaner, keychain, trophy, piala, medal engraving,
        ukiran, plaque, shipping insurance, bait, umpan, cacing, worm, ais, locker key, umbrella, payung, photo
        package, event photo, finisher tee, smartwatch strap, gift voucher, voucher, binoculars, board game, poker,
        playing cards, toy, whistle lanyard, laundry, admin fee, deposit, nugget, fries, burger, pizza, hot dog,
        hotdog, sandwich, waffle, ice cream, aiskrim, milo ais, nasi lemak, nasi goreng, mee goreng, set lunch,
        buffet, kantin, canteen, coconut water, air kelapa, beer, biscuit, keropok, chips, postage, shoe rental
        deposit, tote, tote bag, air kotak, air tin, air botol, air mineral botol, milo kotak, 100 plus, aquafina,
        spritzer, coke, coca cola, gatorade, hydration tablet, add on tee, tee add on, racket nyamuk, raket nyamuk, mosquito racket, mosquito bat, drum set, massage chair, kerusi urut, udang hidup, udang, prawn, ikan hidup, live bait, live prawn, cengkerik, dedak, pelet, umpan hidup, cold drink, cold drinks, kotak ais`,
      reads: {
        en: 'is neither sports equipment nor a fee and does not count',
        ms: 'bukan peralatan sukan mahupun yuran dan tidak dikira',
      },
    },
  ],
}
