import { type DemoYear, PAST_YEAR } from './demo-year.ts'
import type { Shot } from './photographer.ts'

type Screen = Omit<Shot, 'width' | 'language' | 'theme'>

/** The screens of the app with the demo year behind them. */
function screens({ person, member, newcomer, year, toCheck, confirmed, ea }: DemoYear) {
  const query = `?year=${year}`
  return {
    welcome: { path: '/' },
    signin: { path: '/auth/login' },
    'home-empty': { path: `/${query}`, who: newcomer },
    home: { path: `/${query}`, who: person },
    snap: { path: `/app/snap${query}`, who: person },
    check: { path: `/app/check/${toCheck}${query}`, who: person },
    receipts: { path: `/app/receipts${query}`, who: person },
    'receipts-trash': { path: `/app/receipts${query}&trash=true`, who: person },
    receipt: { path: `/app/receipts/${confirmed}${query}`, who: person },
    reliefs: { path: `/app/reliefs${query}`, who: person },
    relief: { path: `/app/reliefs${query}&relief=lifestyle`, who: person },
    recurring: { path: `/?year=${PAST_YEAR}`, who: member },
    interview: { path: `/app/year/interview/children${query}`, who: person },
    year: { path: `/app/year${query}`, who: person },
    file: { path: `/app/year/file${query}`, who: person },
    pcb: { path: `/app/year/pcb${query}`, who: person },
    statements: { path: `/app/year/statements${query}`, who: person },
    ea: { path: `/app/year/statements/${ea}?year=${PAST_YEAR}`, who: member },
    account: { path: `/app/account${query}`, who: person },
    'not-found': { path: `/app/nothing-here${query}`, who: person },
  } satisfies Record<string, Omit<Screen, 'name'>>
}

const GUIDE = [
  'home',
  'snap',
  'check',
  'reliefs',
  'recurring',
  'interview',
  'year',
  'file',
  'pcb',
  'ea',
] as const

/** The pictures that README and docs show. */
export function forDocs(demo: DemoYear): Shot[] {
  const all = screens(demo)
  const { home, check, receipts, reliefs } = all
  const guide = (['en', 'ms'] as const).flatMap((language) =>
    GUIDE.map(
      (name): Shot => ({ ...all[name], name: `guide-${name}-${language}`, width: 'phone', language }),
    ),
  )
  return [
    { ...home, name: 'home-desk', width: 'desk' },
    { ...home, name: 'home-phone', width: 'phone' },
    { ...check, name: 'check-phone', width: 'phone' },
    { ...check, name: 'check-desk', width: 'desk' },
    { ...receipts, name: 'receipts-desk', width: 'desk' },
    { ...reliefs, name: 'reliefs-phone', width: 'phone' },
    { ...home, name: 'home-phone-ms-dark', width: 'phone', language: 'ms', theme: 'dark' },
    ...guide,
  ]
}

/** Every screen at both widths, in both languages and both themes. */
export function everyScreen(demo: DemoYear): Shot[] {
  const all = Object.entries(screens(demo))
  return (['phone', 'desk'] as const).flatMap((width) =>
    (['en', 'ms'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        all.map(([name, screen]) => ({
          ...screen,
          name: `${name}-${width}-${language}-${theme}`,
          width,
          language,
          theme,
        })),
      ),
    ),
  )
}
