/** A picture of one byte a pixel, 0 black, row after row without padding. */
export interface GrayImage {
  width: number
  height: number
  data: Uint8Array
}

/** Whole pixels, origin at the top left. */
export interface PixelArea {
  left: number
  top: number
  width: number
  height: number
}
