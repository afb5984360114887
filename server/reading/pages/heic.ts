import { readFile, stat } from 'node:fs/promises'
import { UnusableFileError } from '../ports.ts'
import { type Libheif, withLibheif } from './libheif.ts'
import { MAX_BYTES_IN_MEMORY, MAX_PIXELS } from './limits.ts'

/** heif_error_code for a codec or a kind of picture that libheif does not support. */
const UNSUPPORTED = [3, 4]
const MEMORY_ALLOCATION = 6
const SECURITY_LIMIT_EXCEEDED = 1000
/** libheif reports a picture cropped to nothing as a memory error with this subcode. */
const INVALID_IMAGE_SIZE = 129

const RGB = 1
const INTERLEAVED = 10
const INTERLEAVED_RGB = 10
const INTERLEAVED_RGBA = 11
/** Size of a heif_error in bytes: code, subcode, message. */
const ERROR_BYTES = 12
/** Offset of the 64-bit maximum number of pixels in heif_security_limits. */
const MOST_PIXELS_AT = 8

/** Eight bits per channel, rows without padding. */
export interface DecodedPicture {
  data: Uint8Array
  width: number
  height: number
  channels: 3 | 4
}

export interface HeicPicture {
  /** Pixels after the rotation and mirroring in the file (irot, imir). HEIC ignores the EXIF orientation. */
  width: number
  height: number
  decode(): DecodedPicture
}

/**
 * Opens the primary picture of a HEIC file; in a burst, it is the one the camera chose. Nothing is decoded until
 * `decode` is called. Rejects with UnusableFileError (`damaged`, `unsupported`).
 */
export async function withHeicPicture<T>(path: string, use: (picture: HeicPicture) => T): Promise<T> {
  if ((await stat(path)).size > MAX_BYTES_IN_MEMORY) throw damaged('the file is too large to be opened')
  const bytes = await readFile(path)
  return withLibheif((libheif) => withContext(libheif, bytes, use))
}

const damaged = (why: string) =>
  new UnusableFileError('damaged', `the picture is damaged or ends early: ${why}`)

const tooLarge = () =>
  new UnusableFileError('too_many_pixels', `the picture has more than ${MAX_PIXELS / 1e6} megapixels`)

function withContext<T>(libheif: Libheif, bytes: Uint8Array, use: (picture: HeicPicture) => T): T {
  const allocated: number[] = []
  const allocate = (size: number) => {
    const pointer = libheif._malloc(size)
    if (pointer === 0) throw new Error('no memory to open a HEIC file')
    allocated.push(pointer)
    return pointer
  }
  const data = allocate(bytes.length)
  libheif.HEAPU8.set(bytes, data)
  const [error, result] = [allocate(ERROR_BYTES), allocate(4)]
  const context = libheif._heif_context_alloc()
  let handle = 0
  try {
    // The coded picture may be larger than the file's header says.
    const limits = libheif._heif_context_get_security_limits(context)
    memoryOf(libheif).setBigUint64(limits + MOST_PIXELS_AT, BigInt(MAX_PIXELS), true)
    libheif._heif_context_read_from_memory_without_copy(error, context, data, bytes.length, 0)
    throwFailure(libheif, error, tooLarge())
    libheif._heif_context_get_primary_image_handle(error, context, result)
    throwFailure(libheif, error, tooLarge())
    handle = memoryOf(libheif).getUint32(result, true)
    return use(pictureOf(libheif, handle, { error, result }))
  } finally {
    if (handle) libheif._heif_image_handle_release(handle)
    libheif._heif_context_free(context)
    for (const pointer of allocated) libheif._free(pointer)
  }
}

/** A new view for each access, because the memory moves when it grows. */
const memoryOf = ({ HEAPU8 }: Libheif) => new DataView(HEAPU8.buffer)

/** @param overLimit the error to throw if a security limit was exceeded */
function throwFailure(libheif: Libheif, error: number, overLimit: UnusableFileError): void {
  const memory = memoryOf(libheif)
  const [code, subcode] = [memory.getUint32(error, true), memory.getUint32(error + 4, true)]
  if (code === 0) return
  if (UNSUPPORTED.includes(code)) {
    throw new UnusableFileError(
      'unsupported',
      `not a kind of HEIC that can be read (libheif ${code}/${subcode})`,
    )
  }
  if (code !== MEMORY_ALLOCATION || subcode === INVALID_IMAGE_SIZE)
    throw damaged(`libheif ${code}/${subcode}`)
  throw subcode === SECURITY_LIMIT_EXCEEDED ? overLimit : new Error('no memory to decode a HEIC picture')
}

function pictureOf(libheif: Libheif, handle: number, at: { error: number; result: number }): HeicPicture {
  const coded =
    libheif._heif_image_handle_get_ispe_width(handle) * libheif._heif_image_handle_get_ispe_height(handle)
  if (coded > MAX_PIXELS) throw tooLarge()
  const width = libheif._heif_image_handle_get_width(handle)
  const height = libheif._heif_image_handle_get_height(handle)
  if (!(width > 0 && height > 0)) throw damaged('it has no size')
  return {
    width,
    height,
    decode() {
      const hasAlpha = libheif._heif_image_handle_has_alpha_channel(handle) !== 0
      const chroma = hasAlpha ? INTERLEAVED_RGBA : INTERLEAVED_RGB
      libheif._heif_decode_image(at.error, handle, at.result, RGB, chroma, 0)
      throwFailure(libheif, at.error, damaged('it is larger than it says'))
      const image = memoryOf(libheif).getUint32(at.result, true)
      try {
        return pixelsOf(libheif, image, hasAlpha ? 4 : 3, at.result)
      } finally {
        libheif._heif_image_release(image)
      }
    },
  }
}

function pixelsOf(libheif: Libheif, image: number, channels: 3 | 4, at: number): DecodedPicture {
  const width = libheif._heif_image_get_width(image, INTERLEAVED)
  const height = libheif._heif_image_get_height(image, INTERLEAVED)
  const plane = libheif._heif_image_get_plane_readonly2(image, INTERLEAVED, at)
  if (!plane) throw damaged('it has no pixels')
  const stride = memoryOf(libheif).getUint32(at, true)
  const bytes = width * channels
  const data = new Uint8Array(bytes * height)
  for (let row = 0; row < height; row++) {
    const from = plane + row * stride
    data.set(libheif.HEAPU8.subarray(from, from + bytes), row * bytes)
  }
  return { data, width, height, channels }
}
