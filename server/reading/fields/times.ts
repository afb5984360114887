const HALF_OF_DAY = String.raw`(?:[AP]\.?\s?M\b|PAGI|PTG|PETANG|MLM|MALAM|TGH|TGHARI|TENGAH|T\/HARI|HRS?\b|HOURS?\b|JAM\b|上午|下午)`

/** A time of day with a point: 9.15 PM, 10.30 PAGI. The pattern's part follows its figures. */
export const AFTER_POINT_TIME = String.raw`\s?${HALF_OF_DAY}`
const POINT_TIME = new RegExp(
  String.raw`(?<![\d.,])(?:[01]?\d|2[0-3])\s?\.\s?[0-5]\d(?:\.[0-5]\d)?(?=${AFTER_POINT_TIME})|(?<=(?:上午|下午|\b(?:TIME|MASA|JAM))\s?[:：]?\s?)(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d)`,
  'g',
)
const TIME = /\d{1,2}\s?:\s?\d{2}|\d\s?[AP]\.?M\b/

/** Whether an upper-case text has a time of day. */
export const hasTime = (text: string) => TIME.test(text) || text.search(POINT_TIME) >= 0

/** Hides times with a point, which look like a day and a month, keeping the length. */
export const hideTimes = (text: string) => text.replace(POINT_TIME, (time) => '_'.repeat(time.length))
