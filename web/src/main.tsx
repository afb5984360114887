import './ui/tokens.css'
import './ui/mantine.css'
import './ui/mantine-variables.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { firstScreen } from './app/first-screen.ts'
import { createAppRouter } from './app/router.tsx'
import { registerServiceWorker } from './app/service-worker.ts'
import { currentLanguage } from './i18n/language.ts'
import { LanguageProvider } from './i18n/language-provider.tsx'
import { loadMessages } from './i18n/messages.ts'
import { theme } from './ui/theme.ts'

/** The content security policy allows no style element without the nonce of this page. */
const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''
setNonce(nonce)

const router = createAppRouter(queryClient)
const language = currentLanguage()

// Not awaited at the top level: the screens import this module, and would wait for it while it waits for them.
void start()

async function start() {
  // All of this is on its way at once, before anything can be shown.
  const [messages] = await Promise.all([loadMessages[language](), firstScreen(router, queryClient)])
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        withCssVariables={false}
        withGlobalClasses={false}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <LanguageProvider language={language} messages={messages}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </LanguageProvider>
      </MantineProvider>
    </StrictMode>,
  )
  registerServiceWorker()
}
