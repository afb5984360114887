import { QueryClient } from '@tanstack/react-query'
import { isTemporary } from './problem.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => isTemporary(error) && failures < 2,
    },
    mutations: { retry: false },
  },
})
