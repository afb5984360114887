import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule } from 'zxing-wasm/writer'

let loading: Promise<unknown> | undefined

/** Loads the WebAssembly inside the package; by default the package fetches it over the network. */
export const loadBarcodeWriter = () => {
  loading ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))).then(
    (bytes) =>
      prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer }, fireImmediately: true }),
  )
  return loading
}
