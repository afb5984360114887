import {
  askEarly,
  claimsPath,
  isProbablySignedIn,
  overviewPath,
  profilePath,
  queuePath,
  reliefsPath,
} from './api/start.ts'
import { thisYear } from './i18n/day.ts'

/** What a screen shows, by its path. */
const SHOWN: Record<string, ((year: number) => string)[]> = {
  '/': [overviewPath, queuePath],
  '/app/reliefs': [overviewPath, claimsPath, reliefsPath],
}

// Loads before the app, and asks for what the first screen shows while the app is still on its way.
askEarly(profilePath)
if (isProbablySignedIn()) {
  const year = Number(new URLSearchParams(location.search).get('year') ?? thisYear())
  for (const pathOf of SHOWN[location.pathname] ?? []) askEarly(pathOf(year))
}
