import { askEarly, isProbablySignedIn, overviewPath, profilePath, queuePath } from './api/start.ts'
import { thisYear } from './i18n/day.ts'

// Loads before the app, and asks for what the start screen shows while the app is still on its way.
askEarly(profilePath)
if (location.pathname === '/' && isProbablySignedIn()) {
  const year = Number(new URLSearchParams(location.search).get('year') ?? thisYear())
  askEarly(overviewPath(year))
  askEarly(queuePath(year))
}
