import { leaveSession } from '../api/session.ts'
import { forgetAllDrafts } from './drafts.ts'
import { forgetKeptLists } from './kept-list.ts'

/** The channel by which other windows hear of it. */
export const FORGOTTEN = 'sign-out'

/** Forgets what this device keeps of people, when one of them leaves: other windows show nothing of them any more either. */
export async function forgetPeople() {
  leaveSession()
  forgetAllDrafts()
  // A browser that keeps nothing has nothing to forget.
  await forgetKeptLists().catch(() => {})
  new BroadcastChannel(FORGOTTEN).postMessage('signed out')
}
