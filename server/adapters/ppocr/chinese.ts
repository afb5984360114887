import type ort from 'onnxruntime-node'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { isChinese } from './characters.ts'
import { decode } from './decode.ts'
import { floats, openModel } from './model.ts'
import { lineOf, type ReadLine } from './recogniser.ts'

/** A character counts as Chinese from this probability on. */
const SURELY_CHINESE = 0.7
/** A line is Chinese from this number of such characters and this share of its characters on. */
const FEWEST = 2
const CHINESE_SHARE = 0.4

/**
 * Reads what the small recogniser saw of a line with all 18,710 classes it was trained on. Only a line that is clearly
 * Chinese is taken: among so many classes a dash becomes 一 and a zero 口.
 */
export async function createChineseReader(modelPath: string, characters: string[]) {
  const model = await openModel(modelPath)
  return {
    /** Null unless the line is clearly Chinese, or has a Chinese character on a page that is (`onChinesePage`). */
    async read(features: ort.Tensor, strip: GrayImage, onChinesePage: boolean): Promise<ReadLine | null> {
      const { best, probability } = await model.run(features)
      if (!(best?.data instanceof BigInt64Array)) throw new Error('the network gave no classes')
      const read = decode({ best: best.data, probability: floats(probability) }, characters)
      const sure = read.filter((one) => one.probability > SURELY_CHINESE && isChinese(one.character))
      const fewest = onChinesePage ? 1 : Math.max(FEWEST, CHINESE_SHARE * read.length)
      return sure.length >= fewest ? lineOf(read, strip) : null
    },
  }
}

export type ChineseReader = Awaited<ReturnType<typeof createChineseReader>>
