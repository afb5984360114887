import type { Box } from '../../../../server/api-types.ts'

const percent = (share: number) => `${share * 100}%`

/** A box as CSS, in percent of the page it lies on. */
export const placed = ({ left, top, width, height }: Box) => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
})

/** The same place once the page has been turned clockwise. */
export function turned({ left, top, width, height }: Box, degrees: number): Box {
  const [right, bottom] = [left + width, top + height]
  if (degrees === 90) return { left: 1 - bottom, top: left, width: height, height: width }
  if (degrees === 180) return { left: 1 - right, top: 1 - bottom, width, height }
  if (degrees === 270) return { left: top, top: 1 - right, width: height, height: width }
  return { left, top, width, height }
}

/** A page, of which only an area is in the frame around it. */
export const aroundArea = ({ left, top, width, height }: Box) => ({
  width: percent(1 / width),
  height: percent(1 / height),
  left: percent(-left / width),
  top: percent(-top / height),
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
