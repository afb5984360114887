import { useState } from 'react'
import { checked, type FieldName, type Known, type Values, type Wrong } from './fields.ts'
import type { Screen } from './screen.ts'
import { storedValues } from './screens.ts'
import type { Drafts } from './use-interview.ts'

/** What the API answers for a field now, and what a person typed before somebody else changed it. */
export interface FieldConflict {
  name: FieldName
  theirs: string
  mine: string
}

/** Under which the child that is being typed is kept. */
export const CHILD_DRAFT = 'child'

const was = (name: string) => `was ${name}`

/** One question: what is known of its answer, what is typed, and what is wrong with that. */
export function useQuestion(screen: Screen, known: Known, { drafts, setDraft }: Drafts) {
  const [showsWrong, setShowsWrong] = useState(false)
  const stored = storedValues(screen, known)
  const names = screen.fields.map(({ name }) => name)
  const typed: Values = Object.fromEntries(
    names.flatMap((name) => (drafts[name] === undefined ? [] : [[name, drafts[name]]])),
  )
  const values: Values = { ...stored, ...typed }
  const { shown, wrong, answer } = checked(screen.fields, values, known)
  // A child that is typed and not kept would be left behind.
  const left = shown.some(({ kind }) => kind === 'children') && drafts[CHILD_DRAFT] !== undefined
  const allWrong: Partial<Record<FieldName, Wrong>> = {
    ...screen.check?.(answer),
    ...wrong,
    ...(left && { children: 'openChild' }),
  }
  const isComplete = Object.keys(allWrong).length === 0

  const conflicts = names.flatMap((name): FieldConflict[] => {
    const mine = typed[name]
    const theirs = stored[name] ?? ''
    const isNews = mine !== undefined && drafts[was(name)] !== theirs && mine !== theirs
    return isNews ? [{ name, theirs, mine }] : []
  })

  return {
    values,
    shown,
    /** Shown only once the person wants to go on. */
    wrong: showsWrong ? allWrong : {},
    isComplete,
    showWrong: () => setShowsWrong(true),
    answer,
    /** The facts with this answer; undefined while it is not one. */
    next: isComplete ? screen.apply(known.facts, answer, known) : undefined,
    isTyped: left || Object.keys(typed).length > 0,
    isEmpty: Object.keys(values).length === 0,
    /** Told by receipts and not said yet. */
    isNew: Object.keys(screen.read(known.facts, known)).length === 0 && Object.keys(values).length > 0,
    conflicts,
    set(name: FieldName, text: string) {
      if (text === (stored[name] ?? '')) {
        setDraft(name, null)
        setDraft(was(name), null)
        return
      }
      if (drafts[name] === undefined) setDraft(was(name), stored[name] ?? '')
      setDraft(name, text)
    },
    takeTheirs: () => {
      for (const { name } of conflicts) {
        setDraft(name, null)
        setDraft(was(name), null)
      }
    },
    keepMine: () => {
      for (const { name } of conflicts) setDraft(was(name), stored[name] ?? '')
    },
  }
}

export type Question = ReturnType<typeof useQuestion>
