/** What a receipt is printed on and by what. Lengths in pixels of the drawn picture. */
export interface Look {
  name: string
  width: number
  margin: number
  /** The font's size of plain lines. */
  size: number
  font: FontName
  isPlainRule: boolean
  /** Printed by needles: letters of dots. */
  isDotMatrix?: boolean
  /** Printed by heat: fades in bands. */
  isThermal?: boolean
  /** Least height; A4 and A5 are as high as they are. */
  height?: number
  /** Comes as a file with a text layer. */
  isFile?: boolean
}

export type FontName = 'mono' | 'narrow' | 'condensed' | 'sans' | 'script'

const thermal = { isThermal: true, isPlainRule: false }

export const looks = {
  thermal80: { ...thermal, name: 'thermal80', width: 860, margin: 34, size: 32, font: 'mono' },
  thermal80narrow: { ...thermal, name: 'thermal80narrow', width: 860, margin: 40, size: 36, font: 'narrow' },
  thermal80condensed: {
    ...thermal,
    name: 'thermal80condensed',
    width: 860,
    margin: 40,
    size: 36,
    font: 'condensed',
  },
  thermal58: { ...thermal, name: 'thermal58', width: 640, margin: 24, size: 31, font: 'mono' },
  dotMatrix: {
    name: 'dotMatrix',
    width: 1100,
    margin: 60,
    size: 36,
    font: 'mono',
    isPlainRule: false,
    isDotMatrix: true,
  },
  a5: { name: 'a5', width: 1240, margin: 90, size: 30, font: 'sans', isPlainRule: true, height: 1754 * 0.7 },
  a4: { name: 'a4', width: 1400, margin: 110, size: 29, font: 'sans', isPlainRule: true, height: 1980 },
  pdf: {
    name: 'pdf',
    width: 1400,
    margin: 110,
    size: 28,
    font: 'sans',
    isPlainRule: true,
    height: 1980,
    isFile: true,
  },
  screen: { name: 'screen', width: 900, margin: 48, size: 30, font: 'sans', isPlainRule: true },
} as const satisfies Record<string, Look>
