import createModule from 'libheif-js/libheif-wasm/libheif.js'
import { UnusableFileError } from '../ports.ts'

/** The functions of libheif's C interface (heif.h) used here; pointers are numbers. */
export interface Libheif {
  HEAPU8: Uint8Array
  _malloc(size: number): number
  _free(pointer: number): void
  _heif_context_alloc(): number
  _heif_context_free(context: number): void
  _heif_context_get_security_limits(context: number): number
  /** A function that returns a heif_error by value writes it to its first argument. */
  _heif_context_read_from_memory_without_copy(
    error: number,
    context: number,
    data: number,
    size: number,
    options: number,
  ): void
  _heif_context_get_primary_image_handle(error: number, context: number, handle: number): void
  _heif_image_handle_release(handle: number): void
  _heif_image_handle_get_width(handle: number): number
  _heif_image_handle_get_height(handle: number): number
  /** The coded size, before cropping and rotation. */
  _heif_image_handle_get_ispe_width(handle: number): number
  _heif_image_handle_get_ispe_height(handle: number): number
  _heif_image_handle_has_alpha_channel(handle: number): number
  _heif_decode_image(
    error: number,
    handle: number,
    image: number,
    colorspace: number,
    chroma: number,
    options: number,
  ): void
  _heif_image_release(image: number): void
  _heif_image_get_width(image: number, channel: number): number
  _heif_image_get_height(image: number, channel: number): number
  _heif_image_get_plane_readonly2(image: number, channel: number, stride: number): number
}

let loaded: Libheif | undefined

/** Runs `use` with libheif compiled to WebAssembly, which is loaded once per process and again after a crash. */
export function withLibheif<T>(use: (libheif: Libheif) => T): T {
  loaded ??= (createModule as unknown as () => Libheif)()
  try {
    return use(loaded)
  } catch (error) {
    // A crash may have left its memory in any state.
    if (!(error instanceof UnusableFileError)) loaded = undefined
    throw error
  }
}
