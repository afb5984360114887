import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router'
import { overviewQuery, queueQuery } from '../api/queries.ts'
import { isProbablySignedIn } from '../api/start.ts'
import { thisYear } from '../i18n/day.ts'
import { LoadingScreen } from '../ui/loading.tsx'
import { Broken } from './broken.tsx'
import { lazyScreen } from './lazy-screen.ts'
import { NotFound } from './not-found.tsx'
import { Root } from './root.tsx'
import { fileSearch, receiptSearch, receiptsSearch, reliefsSearch, rootSearch, snapSearch } from './search.ts'

interface RouterContext {
  queryClient: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Broken,
  validateSearch: rootSearch,
  // The year is chosen once and stays through the app.
  search: { middlewares: [retainSearchParams(['year'])] },
})

const getParentRoute = () => rootRoute

const homeRoute = createRoute({
  getParentRoute,
  path: '/',
  loaderDeps: ({ search: { year = thisYear() } }) => ({ year }),
  // Not awaited: it only saves the time until the screen itself asks.
  loader: ({ context: { queryClient }, deps: { year } }) => {
    if (!isProbablySignedIn()) return
    void queryClient.prefetchQuery(overviewQuery(year))
    void queryClient.prefetchQuery(queueQuery(year))
  },
  component: lazyScreen(() => import('../features/home/home.tsx'), 'Home'),
})

const snapRoute = createRoute({
  getParentRoute,
  path: '/app/snap',
  validateSearch: snapSearch,
  component: lazyScreen(() => import('../features/snap/snap.tsx'), 'Snap'),
})

/** Without an id: the first receipt of the queue. */
const checkRoute = createRoute({
  getParentRoute,
  path: '/app/check/{-$id}',
  component: lazyScreen(() => import('../features/check/check.tsx'), 'Check'),
})

const receiptsRoute = createRoute({
  getParentRoute,
  path: '/app/receipts',
  validateSearch: receiptsSearch,
  component: lazyScreen(() => import('../features/receipts/receipts.tsx'), 'Receipts'),
})

const enterRoute = createRoute({
  getParentRoute,
  path: '/app/receipts/new',
  component: lazyScreen(() => import('../features/receipts/enter.tsx'), 'EnterReceipt'),
})

const receiptRoute = createRoute({
  getParentRoute,
  path: '/app/receipts/$id',
  validateSearch: receiptSearch,
  component: lazyScreen(() => import('../features/receipts/receipt.tsx'), 'ReceiptPage'),
})

const duplicatesRoute = createRoute({
  getParentRoute,
  path: '/app/receipts/$id/duplicates',
  component: lazyScreen(() => import('../features/receipts/duplicates.tsx'), 'DuplicatesPage'),
})

const reliefsRoute = createRoute({
  getParentRoute,
  path: '/app/reliefs',
  validateSearch: reliefsSearch,
  component: lazyScreen(() => import('../features/reliefs/reliefs.tsx'), 'ReliefsPage'),
})

/** Without a card: the first one without an answer. */
const interviewRoute = createRoute({
  getParentRoute,
  path: '/app/year/interview/{-$card}',
  component: lazyScreen(() => import('../features/year/interview/interview.tsx'), 'Interview'),
})

/** Without an id: all statements of the year. */
const statementsRoute = createRoute({
  getParentRoute,
  path: '/app/year/statements/{-$id}',
  component: lazyScreen(() => import('../features/year/statements/statements.tsx'), 'Statements'),
})

const yearRoute = createRoute({
  getParentRoute,
  path: '/app/year',
  component: lazyScreen(() => import('../features/year/year.tsx'), 'YearPage'),
})

const fileRoute = createRoute({
  getParentRoute,
  path: '/app/year/file',
  validateSearch: fileSearch,
  component: lazyScreen(() => import('../features/year/file.tsx'), 'FilePage'),
})

const pcbRoute = createRoute({
  getParentRoute,
  path: '/app/year/pcb',
  component: lazyScreen(() => import('../features/year/pcb/pcb.tsx'), 'PcbPage'),
})

const accountRoute = createRoute({
  getParentRoute,
  path: '/app/account',
  component: lazyScreen(() => import('../features/account/account.tsx'), 'Account'),
})

const routeTree = rootRoute.addChildren([
  homeRoute,
  snapRoute,
  checkRoute,
  receiptsRoute,
  enterRoute,
  receiptRoute,
  duplicatesRoute,
  reliefsRoute,
  interviewRoute,
  statementsRoute,
  yearRoute,
  fileRoute,
  pcbRoute,
  accountRoute,
])

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // A screen whose code is late says so, or that it needs the network.
    defaultPendingComponent: LoadingScreen,
    scrollRestoration: true,
  })

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
