import type { PageReader, PageTools } from '../../reading/ports.ts'
import type { Metrics } from './index.ts'

/** The same reader, with its time measured. */
export const watchReader = (reader: PageReader, metrics: Metrics): PageReader => ({
  ...reader,
  read: (...args) => measured(metrics, 'text', () => reader.read(...args)),
})

/** The same tools, with the time measured that pages take to become pictures. */
export const watchTools = (tools: PageTools, metrics: Metrics): PageTools => ({
  ...tools,
  render: (...args) => measured(metrics, 'picture', () => tools.render(...args)),
})

async function measured<T>(metrics: Metrics, stage: 'picture' | 'text', work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  try {
    return await work()
  } finally {
    metrics.stage(stage, (performance.now() - startedAt) / 1000)
  }
}
