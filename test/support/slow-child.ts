import { serveTasks } from '../../server/reading/workers/child.ts'

/** A child of createChildPool that can hang as native code does: its event loop never runs again. */
serveTasks({
  hang: async () => {
    for (;;);
  },
  echo: async (input: string) => input,
})
