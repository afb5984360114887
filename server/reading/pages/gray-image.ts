/** A grayscale picture: one byte per pixel, 0 is black, rows without padding. */
export interface GrayImage {
  width: number
  height: number
  data: Uint8Array
}

/** A rectangle in whole pixels, origin at the top left. */
export interface PixelArea {
  left: number
  top: number
  width: number
  height: number
}
