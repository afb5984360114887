import type { RuleFile } from '../rule.ts'

export const leisure: RuleFile = {
  merchants: [
    {
      id: 'attraction',
      words: `skywalk, skycab, cable car, kereta kabel, observation deck, zoo, zoo negara, zoo taiping, museum, muzium, theme park, themepark, taman tema, water park,
        waterpark, sunway lagoon, legoland, lost world, genting skyworlds, aquaria klcc, petrosains, entopia,
        bird park, taman burung, butterfly park, taman rama rama, national park, taman negara, marine park,
        taman laut, escape park, desaru coast adventure, splash mania, bukit gambang, cultural village,
        kampung budaya, istana budaya, cultural show, persembahan kebudayaan, kl tower, menara kuala lumpur,
        skybridge, planetarium, planetarium negara, science centre, pusat sains negara, batik workshop,
        craft complex, kompleks kraf, wildlife park, taman hidupan liar, farm park, gua tempurung,
        the habitat, upside down`,
      hints: 'geopark, safari, aquarium, akuarium',
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
      id: 'entrance',
      words: `entrance fee, entrance ticket, entrance, admission, admission ticket, tiket masuk, bayaran masuk, yuran masuk, tiket,
        ticket, entry ticket, day pass, dewasa, adult, mykad adult`,
      reads: { en: 'reads as an entrance fee', ms: 'dibaca sebagai bayaran masuk' },
      reliefs: ['domestic-tourism'],
      confidence: 0.8,
      at: ['attraction'],
    },
    {
      id: 'entrance-of-the-family',
      words: `family ticket, family pass, tiket keluarga, child ticket, child, children, kanak kanak, senior citizen, warga emas,
        kids`,
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
      words: `lesen kamera, camera permit, food, makanan, nasi, burger, fries, drink, minuman, air mineral, mineral water, ice cream, aiskrim, coffee, popcorn,
        souvenir, cenderahati, t shirt, plush, toy, locker, loker, parking, letak kereta, photo, gambar, cabana, towel,
        tuala, animal feed, makanan haiwan, hotel, room, bilik, tour, pakej, transport, boat, bot, tram, membership,
        tube rental, life jacket, stroller rental, shuttle`,
      reads: { en: 'is not an entrance fee and does not count', ms: 'bukan bayaran masuk dan tidak dikira' },
    },
  ],
}
