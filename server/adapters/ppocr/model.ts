import ort from 'onnxruntime-node'

/** 4: fatal only. The library writes straight to the process's streams. */
const QUIET = 4

export interface Output {
  data: Float32Array
  dims: readonly number[]
}

/** A network with one input and one output, run on one thread: the processes are the parallelism here. */
export async function openModel(path: string): Promise<{ run(input: ort.Tensor): Promise<Output> }> {
  const session = await ort.InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: QUIET,
    // Every line has another width: plans and arenas kept for each of them would only grow.
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
