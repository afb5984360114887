import ort from 'onnxruntime-node'

/** 4: fatal errors only. The library writes directly to the process's streams. */
const QUIET = 4

export interface Output {
  data: Float32Array
  dims: readonly number[]
}

/** Opens a network with one input and one output. It runs on one thread; parallelism comes from processes. */
export async function openModel(path: string): Promise<{ run(input: ort.Tensor): Promise<Output> }> {
  const session = await ort.InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: QUIET,
    // Lines differ in width, so memory plans cached per width would only accumulate.
    enableMemPattern: false,
  })
  const [inputName = '', outputName = ''] = [session.inputNames[0], session.outputNames[0]]
  return {
    async run(input) {
      const output = (await session.run({ [inputName]: input }))[outputName]
      if (!(output?.data instanceof Float32Array))
        throw new Error('the network gave no floating point numbers')
      return { data: output.data, dims: output.dims }
    },
  }
}
