import type { Upload, UploadState } from './upload-store.ts'

/** An upload as the screens show it. */
export interface QueueEntry extends Omit<Upload, 'state'> {
  state: UploadState | 'sending'
  /** The part of the page that is sent, or was when it stopped, 0 to 1. */
  progress: number
  /** The device has no room for it: it is gone when the window is closed before it is sent. */
  isUnkept: boolean
}

type State = Pick<QueueEntry, 'state'>

/** It leaves by itself when it can. */
export const isWaiting = ({ state }: State) => state === 'waiting' || state === 'sending'

/** The server does not have it: removing it loses it. */
export const isUnsent = (entry: State) => isWaiting(entry) || entry.state === 'refused'

export const bytesOf = ({ pages }: Pick<QueueEntry, 'pages'>) =>
  pages.reduce((sum, { blob }) => sum + blob.size, 0)
