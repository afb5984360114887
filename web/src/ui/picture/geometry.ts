import type { Box } from '../../../../server/api-types.ts'

const percent = (share: number) => `${share * 100}%`

/** A box as CSS, in percent of the page it lies on. */
export const placed = ({ left, top, width, height }: Box) => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
})

/**
 * Turns the picture inside its upright frame: on its side, its width is the frame's height.
 * @param degrees clockwise
 * @param ratio width by height of the upright frame
 */
export function rotated(degrees: number, ratio: number) {
  const isOnSide = degrees % 180 === 90
  return {
    width: isOnSide ? `${100 / ratio}%` : '100%',
    height: isOnSide ? `${100 * ratio}%` : '100%',
    transform: `translate(-50%, -50%) rotate(${degrees}deg)`,
    left: '50%',
    top: '50%',
  }
}
