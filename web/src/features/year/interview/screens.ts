import type { Known, Values } from './fields.ts'
import { type CardId, cardIds, type Screen } from './screen.ts'
import { childrenScreens } from './screens/children.ts'
import { disabilityScreens } from './screens/disability.ts'
import { homeScreens } from './screens/home.ts'
import { parentsScreens } from './screens/parents.ts'
import { savingsScreens } from './screens/savings.ts'
import { spouseScreens } from './screens/spouse.ts'
import { workScreens } from './screens/work.ts'

/** The questions, in the order they are asked. */
export const screens: readonly Screen[] = [
  ...workScreens,
  ...spouseScreens,
  ...childrenScreens,
  ...parentsScreens,
  ...savingsScreens,
  ...disabilityScreens,
  ...homeScreens,
]

/** What a screen knows of its answer; where receipts tell it, nothing more is the answer to begin with. */
export function storedValues(screen: Screen, known: Known): Values {
  const read = screen.read(known.facts, known)
  const choice = screen.fields.find(({ kind }) => kind === 'choice')
  if (Object.keys(read).length > 0 || !choice || !isTold(screen, known)) return read
  return { [choice.name]: 'none' }
}

const isTold = ({ fields }: Screen, { receiptsSen }: Known) =>
  fields.some((field) => field.kind === 'money' && field.code !== undefined && receiptsSen(field.code) > 0)

export interface Card {
  id: CardId
  /** Those that apply, at least one. */
  screens: readonly [Screen, ...Screen[]]
  isAnswered: boolean
  /** The first question without an answer, else the first. */
  begin: Screen
}

export const isAnswered = (screen: Screen, known: Known) =>
  Object.keys(storedValues(screen, known)).length > 0

/** The cards that apply, with their questions. */
export function cardsOf(known: Known): Card[] {
  return cardIds.flatMap((id): Card[] => {
    const [first, ...rest] = screens.filter((screen) => screen.card === id && (screen.when?.(known) ?? true))
    if (!first) return []
    const open = [first, ...rest].find((screen) => !screen.optional && !isAnswered(screen, known))
    return [{ id, screens: [first, ...rest], isAnswered: open === undefined, begin: open ?? first }]
  })
}
