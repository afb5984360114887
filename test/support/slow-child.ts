import { serveTasks } from '../../server/reading/workers/child.ts'

/** A child of createChildPool that misbehaves when told to. */
serveTasks({
  hang: async () => {
    for (;;);
  },
  fillMemory: async () => {
    const kept: string[][] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, String))
  },
  warm: async () => {},
  echo: async (input: string) => input,
})
