import { useSyncExternalStore } from 'react'
import { currentConnection, onConnectionChange } from '../api/connection.ts'

/** Whether the server can be reached, and since when it cannot. */
export const useConnection = () => useSyncExternalStore(onConnectionChange, currentConnection)
