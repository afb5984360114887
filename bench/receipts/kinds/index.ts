import type { Kind } from '../kind.ts'
import { bakery } from './bakery.ts'
import { bookshop } from './bookshop.ts'
import { broadbandBill } from './broadband-bill.ts'
import { clinic } from './clinic.ts'
import { computerShop } from './computer-shop.ts'
import { dentist } from './dentist.ts'
import { electricityBill } from './electricity-bill.ts'
import { foodDelivery } from './food-delivery.ts'
import { gym } from './gym.ts'
import { hardware } from './hardware.ts'
import { hospital } from './hospital.ts'
import { hotel } from './hotel.ts'
import { insurer } from './insurer.ts'
import { kindergarten } from './kindergarten.ts'
import { kopitiam } from './kopitiam.ts'
import { mamak } from './mamak.ts'
import { billsOfManyPages } from './many-pages.ts'
import { marketplace } from './marketplace.ts'
import { minimarket } from './minimarket.ts'
import { optician } from './optician.ts'
import { overseas } from './overseas.ts'
import { parking } from './parking.ts'
import { petrol } from './petrol.ts'
import { pharmacy } from './pharmacy.ts'
import { phoneBill } from './phone-bill.ts'
import { phoneShop } from './phone-shop.ts'
import { restaurant } from './restaurant.ts'
import { ride } from './ride.ts'
import { savingsScheme } from './savings-scheme.ts'
import { sportsShop } from './sports-shop.ts'
import { supermarket } from './supermarket.ts'
import { tuition } from './tuition.ts'
import { university } from './university.ts'

/** Every kind of receipt that can be drawn, by name. */
export const kinds: readonly Kind[] = [
  bakery,
  bookshop,
  broadbandBill,
  clinic,
  computerShop,
  dentist,
  electricityBill,
  foodDelivery,
  gym,
  hardware,
  hospital,
  hotel,
  insurer,
  kindergarten,
  kopitiam,
  mamak,
  marketplace,
  minimarket,
  optician,
  overseas,
  parking,
  petrol,
  pharmacy,
  phoneBill,
  phoneShop,
  restaurant,
  ride,
  savingsScheme,
  sportsShop,
  supermarket,
  tuition,
  university,
  ...billsOfManyPages,
]
