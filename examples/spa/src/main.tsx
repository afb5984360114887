import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AuthProvider } from 'react-oidc-context'
import { App } from './app.tsx'
import { readSettings } from './settings.ts'
import './style.css'
import { createTracker } from './tracker.ts'
import { createUsers } from './users.ts'

const settings = readSettings(import.meta.env)
const users = createUsers(settings)
const tracker = createTracker(settings, users)

/** The code of the sign-in has been used and does not stay in the address. */
const removeCode = () => history.replaceState(null, '', location.pathname)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <AuthProvider userManager={users} onSigninCallback={removeCode}>
      <App tracker={tracker} />
    </AuthProvider>
  </StrictMode>,
)
