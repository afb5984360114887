import { onlineManager, QueryClient } from '@tanstack/react-query'
import { currentConnection, onConnectionChange } from './connection.ts'
import { isTemporary } from './problem.ts'

// While the server cannot be reached, what a screen asks for waits, and goes on by itself.
onlineManager.setEventListener((setOnline) =>
  onConnectionChange(() => setOnline(currentConnection().isOnline)),
)
onlineManager.setOnline(currentConnection().isOnline)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => isTemporary(error) && failures < 2,
    },
    // A change fails at once instead, and says so: nobody should learn hours later that it was not made.
    mutations: { retry: false, networkMode: 'always' },
  },
})
