import { Outlet } from '@tanstack/react-router'
import { useChanges } from '../api/changes.ts'
import type { Profile } from '../api/session.ts'
import { QueueProvider } from '../offline/queue-provider.tsx'
import { UndoProvider } from '../ui/undo.tsx'
import { AccountLanguage } from './account-language.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { PlainHttp } from './plain-http.tsx'
import { SessionEnded } from './session-ended.tsx'
import { Shell } from './shell.tsx'
import { SigningOut } from './signing-out.tsx'
import { useKeptList } from './use-kept-list.ts'

/** Everything around the screens of a signed-in person. */
export function SignedIn({ profile }: { profile: Profile }) {
  useChanges()
  useKeptList(profile.sub)
  return (
    <QueueProvider sub={profile.sub}>
      <UndoProvider>
        <Shell profile={profile}>
          <Outlet />
        </Shell>
        <DropAnywhere />
        <KeysDialog />
        <SessionEnded />
        <SigningOut />
        <PlainHttp />
        <AccountLanguage profile={profile} />
      </UndoProvider>
    </QueueProvider>
  )
}
