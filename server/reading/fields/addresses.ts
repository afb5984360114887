const PART = String.raw`[A-Z]{0,2}\d{1,4}[A-Z]?`
const NUMBERS = String.raw`${PART}(?:[-/&]${PART}){1,4}(?!\s?[-/\d])`
const STREET =
  '(?:JALAN|JLN|LORONG|LRG|PERSIARAN|LEBUH|KG|KAMPUNG|TAMAN|TMN|BANDAR|SEKSYEN|SECTION|USJ|PJU|PJS|SS|ROAD|STREET|AVENUE)'
const UNIT =
  '(?:LOT|UNIT|BLOCK|BLOK|BLK|SUITE|LEVEL|TINGKAT|FLOOR|APT|PT|HS|KM|RUMAH|HOUSE|SHOP|KIOSK|STALL|GERAI|PINTU|PETAK)'

const NUMBERED = new RegExp(
  [
    // LOT 3-12-20, UNIT NO. 12-3-18, #02-07/24
    String.raw`(?<=\b${UNIT}(?:\s?NO)?[\s.:#-]{0,3})${NUMBERS}`,
    String.raw`#\s?${NUMBERS}`,
    // JALAN SS 2/3/18
    String.raw`(?<=\b${STREET}\s(?:[A-Z]{1,4}\s?)?)${NUMBERS}`,
    // 3-5-17, JALAN MELUR
    String.raw`(?<![\d/.-])${NUMBERS}(?=\s?,?\s?${STREET}\b)`,
    // A-3-12-20
    String.raw`(?<![A-Z\d])[A-Z]\d?\s?-\s?\d{1,2}-\d{1,2}-\d{1,2}(?!\d)`,
  ].join('|'),
  'g',
)

/** Hides the numbers of units, lots and streets, which look like dates, keeping the length. */
export const hideUnitNumbers = (text: string) =>
  text.replace(NUMBERED, (numbers) => '_'.repeat(numbers.length))

const STREET_NUMBER = new RegExp(
  String.raw`^(?:NO|LOT|UNIT)?[\s.:#]{0,3}${PART}(?:\s?[-/&]\s?${PART}){0,4}\s?(?:,|\s${STREET}\b)`,
)

/** Whether an upper-case text begins with the number of a house: `NO. 12, JALAN BESAR`. */
export const isStreetNumber = (text: string) => STREET_NUMBER.test(text)
