import { lazyRouteComponent } from '@tanstack/react-router'
import { type ComponentType, useEffect } from 'react'
import { currentConnection, onConnectionChange } from '../api/connection.ts'

type Screens<Name extends string> = Record<Name, ComponentType>

const ahead: (() => Promise<unknown>)[] = []

/** A screen whose code is loaded when it is first opened. Without a network it waits for one instead of failing. */
export function lazyScreen<Name extends string>(load: () => Promise<Screens<Name>>, name: Name) {
  ahead.push(load)
  return lazyRouteComponent<Record<string, ComponentType>, Name>(async () => {
    try {
      return await load()
    } catch (error) {
      if (currentConnection().isOnline) throw error
      await online()
      return { [name]: ReloadPage }
    }
  }, name)
}

/** Browsers do not ask again for a module that they could not get once; only a new page does. */
function ReloadPage() {
  useEffect(() => location.reload(), [])
  return null
}

/** Loads the code of every screen, one after another: where no service worker keeps it, it could not be had later. */
export async function loadScreensAhead() {
  // What fails is loaded when the screen is opened.
  for (const load of ahead) await load().catch(() => {})
}

function online(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = onConnectionChange(() => {
    if (!currentConnection().isOnline) return
    stop()
    resolve()
  })
  return promise
}
