import { serveTasks } from '../../server/reading/workers/child.ts'

/** A child of createChildPool whose native code never comes back, as far as its event loop can tell. */
serveTasks({
  hang: async () => {
    for (;;);
  },
  echo: async (input: string) => input,
})
