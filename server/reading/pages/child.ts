import type { FileUse } from '../ports.ts'
import { serveTasks } from '../workers/child.ts'
import { inspectFile } from './inspect.ts'
import { renderPages } from './render.ts'
import { makeThumbnail } from './thumbnail.ts'

serveTasks({
  inspect: ({ path, use }: { path: string; use: FileUse }) => inspectFile(path, use),
  render: (path: string) => renderPages(path),
  thumbnail: ({ path, size }: { path: string; size: number }) => makeThumbnail(path, size),
})
