import ort from 'onnxruntime-node'

/** 4: fatal errors only. The library writes directly to the process's streams. */
const QUIET = 4

export interface Model {
  /** The outputs by name. */
  run(input: ort.Tensor): Promise<ort.InferenceSession.OnnxValueMapType>
}

/** Opens a network with one input. It runs on one thread; parallelism comes from processes. */
export async function openModel(path: string): Promise<Model> {
  const session = await ort.InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: QUIET,
    // Lines differ in width, so memory plans cached per width would only accumulate.
    enableMemPattern: false,
  })
  const [inputName = ''] = session.inputNames
  return { run: (input) => session.run({ [inputName]: input }) }
}

/** The numbers of an output. */
export function floats(value: ort.OnnxValue | undefined): Float32Array {
  if (!(value?.data instanceof Float32Array)) throw new Error('the network gave no floating point numbers')
  return value.data
}
