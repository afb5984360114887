import { type Arbitrary, boolean, constantFrom, double, integer, option, record } from 'fast-check'
import type { Corners, Frame } from '../pdf-frame.ts'

/** Between 10 ^ `from` and 10 ^ `to` points, small sizes as likely as large ones, with a few decimals. */
const length = (from: number, to: number) =>
  double({ min: from, max: to, noNaN: true }).map((exponent) => Number((10 ** exponent).toFixed(3)))

const share = (from: number, to: number) => double({ min: from, max: to, noNaN: true })

const anyCorners = record({
  x: integer({ min: -2000, max: 2000 }),
  y: integer({ min: -2000, max: 2000 }),
  width: length(1.5, 3.7),
  /** Height by width: from a wide ticket to a till roll. */
  aspect: share(0.3, 12),
  swapped: boolean(),
})

const anyCrop = record({
  left: share(-0.3, 0.3),
  bottom: share(-0.3, 0.3),
  right: share(0.7, 1.3),
  top: share(0.7, 1.3),
})

/** Pages that programs could write, with boxes that may be swapped, moved or larger than the page they crop. */
export const anyFrame: Arbitrary<Frame> = record({
  corners: anyCorners,
  crop: option(anyCrop),
  rotate: constantFrom(undefined, 0, 90, 180, 270, -90, -180, 450, 720, 45, 135),
  userUnit: constantFrom(undefined, 1, 2.5, 0.1, 100),
  inherited: boolean(),
  turned: constantFrom(0, 90, 180, 270),
}).map(({ corners, crop, rotate, userUnit, inherited, turned }) => {
  const { x, y, width, aspect, swapped } = corners
  const height = width * aspect
  const media: Corners = swapped ? [x + width, y + height, x, y] : [x, y, x + width, y + height]
  return {
    media,
    ...(crop && {
      crop: [
        x + crop.left * width,
        y + crop.bottom * height,
        x + crop.right * width,
        y + crop.top * height,
      ] as const,
    }),
    ...(rotate !== undefined && { rotate }),
    ...(userUnit !== undefined && { userUnit }),
    inherited,
    turned: turned as Frame['turned'],
  }
})

/** What may stand where PDF expects a number. */
export const anyNumber = constantFrom(
  ...['0', '-0', '0.2', '1', '1.5', '-595.28', '841.89', '14400', '49999.9', '50000.6', '1e9', '1000000'],
  ...['2147483647', '2147483648', '-2147483648', '99999999999', '0.0000001', '-', '.', '--5', '5-5', '/Name'],
  ...['null', '(text)', 'NaN', 'Infinity', '<00>', '[]', '99 0 R', '340282350000000000000000000000000000000'],
)
